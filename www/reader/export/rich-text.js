/**
 * Exports the article as HTML for pasting into documents. Images are included only if the user has allowed them, because
 * the program it is pasted into would load them.
 */

import { isFirstParty } from '../images.js';
import { exportDocument } from './export-document.js';

/** @param {import('./export-document.js').ExportInput} input */
export function toRichText(input) {
  const page = exportDocument(input);
  for (const image of page.querySelectorAll('img')) {
    if (!input.withImages && !isFirstParty(image.getAttribute('src') ?? '')) image.replaceWith(image.alt);
  }
  return page.body.innerHTML;
}
