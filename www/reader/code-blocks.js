/**
 * What code gets beside it: a button that copies it, and colours where its language is known.
 */

import { element } from './element.js';
import { INTERFACE, say } from './i18n.js';

/** How long a button says what it did, in milliseconds. */
const SAID = 2_000;

/** @param {ParentNode} content the article's text, shown */
export function equipCode(content) {
  const listings = [...content.querySelectorAll('pre')];
  for (const listing of listings) addCopyButton(listing);
  const spoken = listings.flatMap((listing) => {
    const code = listing.querySelector('code') ?? listing;
    const language = /(?:^|\s)language-([\w#+.-]+)/.exec(code.className)?.[1];
    // Marks and links within the code are worth more than colours.
    return language && code.children.length === 0 ? [{ code, language }] : [];
  });
  if (spoken.length > 0) import('./highlight.js').then(({ highlight }) => spoken.forEach(({ code, language }) => highlight(code, language))).catch(() => {});
}

/** @param {HTMLElement} listing */
function addCopyButton(listing) {
  const button = element('button', { type: 'button', className: 'copy-code', ...INTERFACE, ariaLive: 'polite' }, say('code.copy'));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(listing.textContent ?? '');
      button.textContent = say('code.copied');
    } catch {
      getSelection()?.selectAllChildren(listing);
      button.textContent = say('code.selected');
    }
    setTimeout(() => (button.textContent = say('code.copy')), SAID);
  });
  const box = listing.closest('.scroll-box') ?? listing;
  const frame = element('div', { className: 'code-box' });
  box.replaceWith(frame);
  frame.append(box, button);
}
