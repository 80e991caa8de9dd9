/**
 * Exports the article as an EPUB 3 with one chapter and the headings as its table of contents.
 */

import { strToU8, zipSync } from '../../vendor/fflate/browser.js';
import { t } from '../i18n.js';
import { toChapter } from './epub-chapter.js';
import { navigationDocument, packageDocument } from './epub-package.js';
import { exportDocument } from './export-document.js';
import { collectImages } from './images.js';
import { STYLESHEET } from './stylesheet.js';

/** @type {Record<string, string>} */
const EXTENSIONS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/svg+xml': 'svg', 'image/webp': 'webp' };

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * @param {import('./export-document.js').ExportInput} input
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, images: import('./images.js').ExportedImages }>}
 */
export async function toEpub(input) {
  const page = exportDocument(input);
  const images = await collectImages(page, input.withImages);
  const imageFiles = [...images.found].map(([image, { bytes, type }], index) => {
    const name = `images/${index + 1}.${EXTENSIONS[type]}`;
    image.setAttribute('src', name);
    return { name, bytes, type };
  });
  for (const image of page.querySelectorAll('img')) {
    if (!images.found.has(image)) image.replaceWith(image.alt || (image.closest('figure') ? t('images.image') : ''));
  }
  const chapter = toChapter(page);
  /** @type {import('fflate').Zippable} */
  const files = {
    // Must be the first entry and uncompressed: EPUB files are recognised by it.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'book/package.opf': strToU8(packageDocument(input, { images: imageFiles, hasMath: chapter.hasMath })),
    'book/contents.xhtml': strToU8(navigationDocument(input.article, chapter.headings)),
    'book/article.xhtml': strToU8(chapter.text),
    'book/style.css': strToU8(STYLESHEET),
  };
  for (const { name, bytes, type } of imageFiles) files[`book/${name}`] = [bytes, { level: type === 'image/svg+xml' ? 6 : 0 }];
  return { bytes: zipSync(files), images };
}
