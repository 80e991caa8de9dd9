/**
 * Converts the article to an EPUB content document. EPUB is stricter than the web: XML syntax, unique ids, and every
 * internal link must have a target.
 */

import { element, extractContents } from '../element.js';

/** Characters that XML does not allow. */
const INVALID_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * @typedef {{ level: number, id: string, text: string }} Heading
 * @param {Document} page
 * @returns {{ text: string, headings: Heading[], hasMath: boolean }}
 */
export function toChapter(page) {
  renameIds(page);
  for (const time of page.querySelectorAll('time')) time.replaceWith(extractContents(time));
  for (const bdo of page.querySelectorAll('bdo:not([dir])')) bdo.replaceWith(extractContents(bdo));
  for (const sized of page.querySelectorAll('[width], [height]')) {
    for (const name of ['width', 'height']) if (!/^\d+$/.test(sized.getAttribute(name) ?? '')) sized.removeAttribute(name);
  }
  for (const name of ['lang', 'dir']) {
    for (const empty of page.querySelectorAll(`[${name}=""]`)) empty.removeAttribute(name);
  }
  page.head.append(element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }));
  const headings = [...page.querySelectorAll('h2, h3, h4, h5, h6')].map(toHeading).filter(({ text }) => text !== '');
  return { text: serialiseXhtml(page), headings, hasMath: page.querySelector('math') !== null };
}

/**
 * @param {Document} page
 * @returns {string}
 */
export function serialiseXhtml(page) {
  const markup = new XMLSerializer().serializeToString(page.documentElement);
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${markup.replace(INVALID_IN_XML, '')}\n`;
}

/** @param {Document} page */
function renameIds(page) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  for (const target of page.querySelectorAll('[id]')) {
    const id = `target-${ids.size + 1}`;
    ids.set(target.id, id);
    target.id = id;
  }
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    const id = ids.get((link.getAttribute('href') ?? '').slice(1));
    if (id) link.setAttribute('href', `#${id}`);
    else link.replaceWith(extractContents(link));
  }
}

/**
 * @param {Element} heading
 * @param {number} index
 * @returns {Heading}
 */
function toHeading(heading, index) {
  heading.id ||= `heading-${index + 1}`;
  return { level: Number(heading.localName.slice(1)), id: heading.id, text: (heading.textContent ?? '').replace(/\s+/gu, ' ').trim() };
}
