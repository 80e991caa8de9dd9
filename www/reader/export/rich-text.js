/**
 * The article for pasting into a letter or a document: HTML, with images only where the reader has allowed them, as
 * whatever it is pasted into would load them.
 */

import { isOwn } from '../images.js';
import { articlePage } from './export-document.js';

/** @param {import('./export-document.js').Taken} taken */
export function richTextOf(taken) {
  const page = articlePage(taken);
  for (const image of page.querySelectorAll('img')) {
    if (!taken.withImages && !isOwn(image.getAttribute('src') ?? '')) image.replaceWith(image.alt);
  }
  return page.body.innerHTML;
}
