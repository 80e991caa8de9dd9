/**
 * The article as a book: EPUB 3, one chapter, its headings as the table of contents.
 */

import { strToU8, zipSync } from '../../vendor/fflate/browser.js';
import { say } from '../i18n.js';
import { articlePage } from './export-document.js';
import { contentsPage, packageFile } from './epub-package.js';
import { fitForBook } from './epub-chapter.js';
import { takePictures } from './images.js';
import { STYLE } from './stylesheet.js';

/** @type {Record<string, string>} */
const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/gif': 'gif', 'image/svg+xml': 'svg', 'image/webp': 'webp' };

const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * @param {import('./export-document.js').Taken} taken
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, pictures: import('./images.js').Pictures }>}
 */
export async function bookOf(taken) {
  const page = articlePage(taken);
  const pictures = await takePictures(page, taken.withImages);
  const images = [...pictures.found].map(([image, { bytes, type }], place) => {
    const name = `images/${place + 1}.${ENDINGS[type]}`;
    image.setAttribute('src', name);
    return { name, bytes, type };
  });
  for (const image of page.querySelectorAll('img')) {
    if (!pictures.found.has(image)) image.replaceWith(image.alt || (image.closest('figure') ? say('images.image') : ''));
  }
  const chapter = fitForBook(page);
  /** @type {import('fflate').Zippable} */
  const files = {
    // Readers know a book by these bytes at the start of the file, as they are.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'book/package.opf': strToU8(packageFile(taken, { images, hasMath: chapter.hasMath })),
    'book/contents.xhtml': strToU8(contentsPage(taken.article, chapter.headings)),
    'book/article.xhtml': strToU8(chapter.text),
    'book/style.css': strToU8(STYLE),
  };
  for (const { name, bytes, type } of images) files[`book/${name}`] = [bytes, { level: type === 'image/svg+xml' ? 6 : 0 }];
  return { bytes: zipSync(files), pictures };
}
