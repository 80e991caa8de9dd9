/**
 * The article as one HTML file with everything in it. Its policy lets it load nothing, today or later; an image that is
 * not inside shows its words and remembers its address.
 */

import { element } from '../element.js';
import { articlePage } from './export-document.js';
import { takePictures } from './images.js';
import { STYLE } from './stylesheet.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * @param {import('./export-document.js').Taken} taken
 * @returns {Promise<{ text: string, pictures: import('./images.js').Pictures }>}
 */
export async function webPageOf(taken) {
  const page = articlePage(taken);
  const pictures = await takePictures(page, taken.withImages);
  for (const image of page.querySelectorAll('img')) {
    const picture = pictures.found.get(image);
    if (picture) {
      image.setAttribute('src', `data:${picture.type};base64,${base64(picture.bytes)}`);
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
  page.head.append(...facts(taken));
  // As text: this site's policy holds for documents it parses, and lets no style stand in one.
  const markup = page.documentElement.outerHTML.replace('</head>', () => `<style>${STYLE}</style></head>`);
  return { text: `<!doctype html>\n${markup}\n`, pictures };
}

/**
 * What is known about the article, where programs look for it.
 *
 * @param {import('./export-document.js').Taken} taken
 */
function facts({ article, address }) {
  const { byline, siteName, published, modified, excerpt, tags, canonicalUrl } = article;
  const said = [
    { name: 'author', content: byline },
    { name: 'description', content: excerpt },
    { name: 'keywords', content: tags.join(', ') },
    { property: 'og:site_name', content: siteName },
    { property: 'article:published_time', content: published },
    { property: 'article:modified_time', content: modified },
  ];
  const original = address ?? canonicalUrl;
  const link = original ? [element('link', { rel: 'canonical', href: original })] : [];
  return [...said.filter(({ content }) => content).map(meta), ...link];
}

/** @param {Record<string, string | null | undefined>} attributes */
function meta(attributes) {
  const made = element('meta');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value ?? '');
  return made;
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  const PIECE = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
