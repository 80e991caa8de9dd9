/**
 * The only file that turns a string into elements. They come in an inert document, where no image loads and no script
 * runs, so that whoever shows them makes them ready first.
 *
 * Content is safe when it arrives. Here it meets two more walls: the browser's own sanitiser where there is one, held to
 * the list that the core keeps too, and Trusted Types, which let no other file do the same.
 */

const ELEMENTS = `a abbr address article aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em
  figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub
  summary sup table tbody td tfoot th thead time tr u ul var wbr`;

const MATHML = `math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt
  mstyle msub msubsup msup mtable mtd mtext mtr munder munderover`;

const ATTRIBUTES = `alt alttext class colspan datetime dir display displaystyle height href id lang linethickness
  mathvariant open rel reversed role rowspan scope src start stretchy title type value width`;

const words = (/** @type {string} */ list) => list.split(/\s+/);

/** As the HTML Sanitizer API has it. What it does not name goes; scripts and handlers would go whatever it named. */
const SANITIZER = {
  elements: [...words(ELEMENTS), ...words(MATHML).map((name) => ({ name, namespace: 'http://www.w3.org/1998/Math/MathML' }))],
  attributes: words(ATTRIBUTES),
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
