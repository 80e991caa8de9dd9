/**
 * Adds a copy button to each code block, and syntax highlighting where its language is known.
 */

import { element } from './element.js';
import { t, UI_LANGUAGE } from './i18n.js';

/** How long the button shows the result. */
const STATUS_MS = 2_000;

/** @param {ParentNode} content the article's text, already in the document */
export function enhanceCodeBlocks(content) {
  const blocks = [...content.querySelectorAll('pre')];
  for (const block of blocks) addCopyButton(block);
  const highlightable = blocks.flatMap((block) => {
    const code = block.querySelector('code') ?? block;
    const language = /(?:^|\s)language-([\w#+.-]+)/.exec(code.className)?.[1];
    // Highlighting replaces all children, so code with markup of its own, such as links, is left alone.
    return language && code.children.length === 0 ? [{ code, language }] : [];
  });
  if (highlightable.length > 0) import('./highlight.js').then(({ highlight }) => highlightable.forEach(({ code, language }) => highlight(code, language))).catch(() => {});
}

/** @param {HTMLElement} block */
function addCopyButton(block) {
  const button = element('button', { type: 'button', className: 'copy-code', ...UI_LANGUAGE, ariaLive: 'polite' }, t('code.copy'));
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(block.textContent ?? '');
      button.textContent = t('code.copied');
    } catch {
      getSelection()?.selectAllChildren(block);
      button.textContent = t('code.selected');
    }
    setTimeout(() => (button.textContent = t('code.copy')), STATUS_MS);
  });
  const scrollContainer = block.closest('.scroll-container') ?? block;
  const wrapper = element('div', { className: 'code-block' });
  scrollContainer.replaceWith(wrapper);
  wrapper.append(scrollContainer, button);
}
