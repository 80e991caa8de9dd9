/**
 * Fits extracted content into this page: links leave it in a tab of their own, wide things scroll in their own box.
 */

import { element } from './element.js';
import { webUrl } from './facts.js';

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
const BOX_NAMES = { table: 'Table', pre: 'Code', math: 'Formula' };

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
