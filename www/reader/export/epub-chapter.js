/**
 * An article's page as a book's chapter. Books are stricter than the web: XML, every name used once, every link to a
 * place that is there.
 */

import { contentsOf, element } from '../element.js';

/** Characters that XML has no way to hold. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * @typedef {{ level: number, id: string, text: string }} Heading
 * @param {Document} page
 * @returns {{ text: string, headings: Heading[], hasMath: boolean }}
 */
export function fitForBook(page) {
  renumber(page);
  for (const time of page.querySelectorAll('time')) time.replaceWith(contentsOf(time));
  for (const plain of page.querySelectorAll('bdo:not([dir])')) plain.replaceWith(contentsOf(plain));
  for (const odd of page.querySelectorAll('[width], [height]')) {
    for (const name of ['width', 'height']) if (!/^\d+$/.test(odd.getAttribute(name) ?? '')) odd.removeAttribute(name);
  }
  for (const name of ['lang', 'dir']) {
    for (const empty of page.querySelectorAll(`[${name}=""]`)) empty.removeAttribute(name);
  }
  page.head.append(element('link', { rel: 'stylesheet', type: 'text/css', href: 'style.css' }));
  const headings = [...page.querySelectorAll('h2, h3, h4, h5, h6')].map(asHeading).filter(({ text }) => text !== '');
  return { text: xhtml(page), headings, hasMath: page.querySelector('math') !== null };
}

/**
 * @param {Document} page
 * @returns {string}
 */
export function xhtml(page) {
  const markup = new XMLSerializer().serializeToString(page.documentElement);
  return `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n${markup.replace(NOT_IN_XML, '')}\n`;
}

/** @param {Document} page */
function renumber(page) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const named of page.querySelectorAll('[id]')) {
    const name = `place-${names.size + 1}`;
    names.set(named.id, name);
    named.id = name;
  }
  for (const link of page.querySelectorAll('a[href^="#"]')) {
    const name = names.get((link.getAttribute('href') ?? '').slice(1));
    if (name) link.setAttribute('href', `#${name}`);
    else link.replaceWith(contentsOf(link));
  }
}

/**
 * @param {Element} heading
 * @param {number} place
 * @returns {Heading}
 */
function asHeading(heading, place) {
  heading.id ||= `heading-${place + 1}`;
  return { level: Number(heading.localName.slice(1)), id: heading.id, text: (heading.textContent ?? '').replace(/\s+/gu, ' ').trim() };
}
