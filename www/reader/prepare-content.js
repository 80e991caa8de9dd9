/**
 * Fits extracted content into this page: its headings lie below the title, its links leave in a tab
 * of their own, its callouts say what they are, its wide parts scroll in their own box.
 */

import { contentsOf, element } from './element.js';
import { webUrl } from './format.js';
import { INTERFACE, say } from './i18n.js';

/**
 * The content keeps the standfirst where the page has it; here it stands under the title, and once is enough.
 * @param {HTMLElement} content
 * @param {string | null} dek
 */
export function leaveOutDek(content, dek) {
  const spoken = (/** @type {string} */ text) => text.replace(/\s+/gu, ' ').trim();
  const first = [...content.children].slice(0, 3);
  if (dek) first.find((part) => spoken(part.textContent ?? '') === spoken(dek))?.remove();
}

/**
 * The view has the title as its only first-level heading. Content that has such headings of its own moves down a
 * level as a whole, so that its outline stays what it was.
 *
 * @param {ParentNode} content
 */
export function makeRoomForTitle(content) {
  if (!content.querySelector('h1')) return;
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5')) {
    const lower = document.createElement(`h${Number(heading.localName.slice(1)) + 1}`);
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    lower.append(contentsOf(heading));
    heading.replaceWith(lower);
  }
}

/** @param {ParentNode} content */
export function tidyLinks(content) {
  for (const link of content.querySelectorAll('a[href]')) {
    const address = link.getAttribute('href') ?? '';
    if (webUrl(address)) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    } else if (!/^(#|mailto:|tel:)/i.test(address)) {
      // A relative link of a page whose address is not known would lead into this site.
      link.removeAttribute('href');
    }
  }
}

/** @type {Record<string, string>} */
const CALLOUT_NAMES = {
  'callout-note': say('article.note'),
  'callout-tip': say('article.tip'),
  'callout-important': say('article.important'),
  'callout-warning': say('article.warning'),
  'callout-caution': say('article.caution'),
};

/**
 * Says in words what the colour of a callout says.
 *
 * @param {ParentNode} content
 */
export function nameCallouts(content) {
  for (const { callout, name } of labelCallouts(content)) {
    // The name is the view's word, in the view's language.
    callout.prepend(element('p', { className: 'kind', textContent: name, ...INTERFACE }));
  }
}

/**
 * Says the same to those who listen, and to style sheets, without a word more in the text.
 *
 * @param {ParentNode} content
 */
export function labelCallouts(content) {
  const callouts = [...content.querySelectorAll('aside[class^="callout-"]')].map((callout) => ({ callout, name: CALLOUT_NAMES[callout.className] ?? '' }));
  const named = callouts.filter(({ name }) => name);
  for (const { callout, name } of named) {
    callout.setAttribute('role', 'note');
    callout.setAttribute('aria-label', name);
  }
  return named;
}

/**
 * Puts tables and code into boxes that can be scrolled sideways, with the keyboard too, but are no tab stop while
 * everything in them is seen.
 *
 * @param {ParentNode} content
 */
export function boxWideContent(content) {
  for (const wide of content.querySelectorAll('table, pre, math[display="block"]')) {
    if (wide.parentElement?.closest('.scroll-box')) continue;
    const box = element('div', { className: 'scroll-box' });
    wide.replaceWith(box);
    box.append(wide);
    widthWatcher.observe(box);
  }
}

/** @type {Record<string, string>} */
const BOX_NAMES = { table: say('article.table'), pre: say('article.code'), math: say('article.formula') };

const widthWatcher = new ResizeObserver((entries) => {
  for (const { target: box } of entries) {
    const scrolls = box.scrollWidth > box.clientWidth;
    const attributes = { tabindex: '0', role: 'group', 'aria-label': BOX_NAMES[box.firstElementChild?.localName ?? ''] ?? '' };
    for (const [name, value] of Object.entries(attributes)) {
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }
});
