/**
 * Exports the article as one self-contained HTML file. Its Content-Security-Policy blocks all requests; an image that is
 * not embedded shows its alternative text and keeps its URL in `data-src`.
 */

import { element } from '../element.js';
import { exportDocument } from './export-document.js';
import { collectImages } from './images.js';
import { STYLESHEET } from './stylesheet.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * @param {import('./export-document.js').ExportInput} input
 * @returns {Promise<{ html: string, images: import('./images.js').ExportedImages }>}
 */
export async function toWebPage(input) {
  const page = exportDocument(input);
  const images = await collectImages(page, input.withImages);
  for (const image of page.querySelectorAll('img')) {
    const file = images.found.get(image);
    if (file) {
      image.setAttribute('src', `data:${file.type};base64,${base64(file.bytes)}`);
    } else {
      image.setAttribute('data-src', image.getAttribute('src') ?? '');
      image.removeAttribute('src');
    }
  }
  page.head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    meta({ name: 'referrer', content: 'no-referrer' }),
  );
  page.head.append(...metadata(input));
  // Inserted as text, because this site's policy blocks style elements in documents it creates.
  const markup = page.documentElement.outerHTML.replace('</head>', () => `<style>${STYLESHEET}</style></head>`);
  return { html: `<!doctype html>\n${markup}\n`, images };
}

/**
 * The article's metadata, as meta and link elements.
 *
 * @param {import('./export-document.js').ExportInput} input
 */
function metadata({ article, url }) {
  const { byline, siteName, published, modified, excerpt, tags, canonicalUrl } = article;
  const properties = [
    { name: 'author', content: byline },
    { name: 'description', content: excerpt },
    { name: 'keywords', content: tags.join(', ') },
    { property: 'og:site_name', content: siteName },
    { property: 'article:published_time', content: published },
    { property: 'article:modified_time', content: modified },
  ];
  const original = url ?? canonicalUrl;
  const link = original ? [element('link', { rel: 'canonical', href: original })] : [];
  return [...properties.filter(({ content }) => content).map(meta), ...link];
}

/** @param {Record<string, string | null | undefined>} attributes */
function meta(attributes) {
  const created = element('meta');
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value ?? '');
  return created;
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  // In chunks, as a call can have only so many arguments.
  const CHUNK = 0x8000;
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(text);
}
