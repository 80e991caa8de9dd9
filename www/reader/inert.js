/**
 * The only file that parses HTML strings. It parses into an inert document, where no image loads and no script runs, so
 * that callers can prepare the content before it is shown.
 *
 * The core has already sanitised the content. Two more layers of defence are the HTML Sanitizer API, where the browser has
 * it, with the core's allow-list, and Trusted Types, by which no other file can parse HTML.
 */

import { ATTRIBUTES, HTML_ELEMENTS, MATHML_ELEMENTS } from './lexicon.js';

/** A `SanitizerConfig`. What it does not list is removed; scripts and event handlers would be removed even if listed. */
const SANITIZER = {
  elements: [...HTML_ELEMENTS, ...MATHML_ELEMENTS.map((name) => ({ name, namespace: 'http://www.w3.org/1998/Math/MathML' }))],
  attributes: ATTRIBUTES,
};

/**
 * Types that TypeScript's DOM library lacks.
 *
 * @typedef {{ setHTML?(html: string, options: { sanitizer: typeof SANITIZER }): void }} WithSetHtml
 * @typedef {{ createHTML(html: string): string }} Policy
 * @typedef {{ createPolicy(name: string, rules: Policy): Policy }} TrustedTypes
 */

const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);

const policy = trustedTypes?.createPolicy('recto-content', { createHTML: (html) => html });

/**
 * @param {string} content of an article, sanitised by the core
 * @returns {Document}
 */
export function inertDocument(content) {
  const page = document.implementation.createHTMLDocument('');
  const body = /** @type {HTMLElement & WithSetHtml} */ (page.body);
  if (body.setHTML) {
    body.setHTML(content, { sanitizer: SANITIZER });
    return page;
  }
  return inertPage(`<!DOCTYPE html><body>${content}`);
}

/**
 * Parses an unsanitised page for inspection. Nothing of it may be shown.
 *
 * @param {string} html
 * @returns {Document}
 */
export function inertPage(html) {
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html');
}
