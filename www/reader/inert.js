/**
 * The only file that turns a string into elements. They come in an inert document, where no image loads and no script
 * runs, so that whoever shows them makes them ready first.
 *
 * Content is safe when it arrives. Here it meets two more walls: the browser's own sanitiser where there is one, held to
 * the list that the core keeps too, and Trusted Types, which let no other file do the same.
 */

import { ATTRIBUTES, HTML_ELEMENTS, MATHML_ELEMENTS } from './lexicon.js';

/** As the HTML Sanitizer API has it. What it does not name goes; scripts and handlers would go whatever it named. */
const SANITIZER = {
  elements: [...HTML_ELEMENTS, ...MATHML_ELEMENTS.map((name) => ({ name, namespace: 'http://www.w3.org/1998/Math/MathML' }))],
  attributes: ATTRIBUTES,
};

/**
 * What TypeScript's own library does not know yet.
 *
 * @typedef {{ setHTML?(html: string, options: { sanitizer: typeof SANITIZER }): void }} Sanitising
 * @typedef {{ createHTML(html: string): string }} Policy
 * @typedef {{ createPolicy(name: string, rules: Policy): Policy }} TrustedTypes
 */

const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);

const policy = trustedTypes?.createPolicy('recto-content', { createHTML: (html) => html });

/**
 * @param {string} content an article's content, as the core made it safe
 * @returns {Document}
 */
export function inertDocument(content) {
  const page = document.implementation.createHTMLDocument('');
  const body = /** @type {HTMLElement & Sanitising} */ (page.body);
  if (body.setHTML) {
    body.setHTML(content, { sanitizer: SANITIZER });
    return page;
  }
  return inertPage(`<!DOCTYPE html><body>${content}`);
}

/**
 * A page as it came, to look something up in. Nothing of it may be shown.
 *
 * @param {string} html
 * @returns {Document}
 */
export function inertPage(html) {
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
}
