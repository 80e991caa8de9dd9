/**
 * What the interface says, in the first of the browser's languages that it speaks. A phrase is added to
 * `locales/en.json` and, under the same key, to every file beside it; a test tells what is missing.
 *
 * A phrase may hold `{places}`. One that counts is an object of plural forms, as `Intl.PluralRules` names them, chosen
 * by `count`. In markup, `data-phrase` names the phrase of an element, whose children with `data-place` fill the places;
 * `data-label` names the phrase of its `aria-label`.
 */

import en from '../locales/en.json' with { type: 'json' };

/**
 * @typedef {keyof typeof en} Phrase
 * @typedef {Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>} Phrases
 */

/** English is always here. Each of the others is loaded where it is asked for. */
const LANGUAGES = /** @type {Record<string, () => Promise<{ default: Phrases }>>} */ ({
  de: () => import('../locales/de.json', { with: { type: 'json' } }),
  fr: () => import('../locales/fr.json', { with: { type: 'json' } }),
  es: () => import('../locales/es.json', { with: { type: 'json' } }),
  pt: () => import('../locales/pt.json', { with: { type: 'json' } }),
  ja: () => import('../locales/ja.json', { with: { type: 'json' } }),
  zh: () => import('../locales/zh.json', { with: { type: 'json' } }),
  ar: () => import('../locales/ar.json', { with: { type: 'json' } }),
});

const RIGHT_TO_LEFT = ['ar'];

const { language, locale, phrases } = await choose();

/** What days, numbers and lists are written by: the interface's language, in the reader's own region. */
export { locale };

/** The language and direction of an element that holds the interface's own words amid an article. */
export const INTERFACE = { lang: language, dir: RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr' };

/**
 * @param {Phrase} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(key, values = {}) {
  return sayWith(key, values).join('');
}

/**
 * The same, around elements: what fills a place may be a node.
 *
 * @template {string | number | Node} V
 * @param {Phrase} key
 * @param {Record<string, V>} values
 * @returns {(string | Exclude<V, number>)[]}
 */
export function sayWith(key, values) {
  return formOf(key, Number(values.count))
    .split(/\{(\w+)\}/)
    .map((part, place) => {
      if (place % 2 === 0) return part;
      const value = values[part];
      if (value === undefined) throw new Error(`${key} has a place for ${part}, which nothing fills.`);
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : /** @type {Exclude<V, number>} */ (value);
    });
}

/**
 * Puts a document's own markup, written in English, into the reader's language.
 *
 * @param {Document} page
 */
export function translate(page) {
  Object.assign(page.documentElement, INTERFACE);
  for (const part of page.querySelectorAll('[data-phrase]')) {
    const places = [...part.children].map((child) => [child.getAttribute('data-place'), child]);
    part.replaceChildren(...sayWith(/** @type {Phrase} */ (part.getAttribute('data-phrase')), Object.fromEntries(places)));
  }
  for (const part of page.querySelectorAll('[data-label]')) {
    part.ariaLabel = say(/** @type {Phrase} */ (part.getAttribute('data-label')));
  }
}

/**
 * @param {Phrase} key
 * @param {number} count
 */
function formOf(key, count) {
  const phrase = phrases[key] ?? en[key];
  if (typeof phrase === 'string') return phrase;
  return phrase[new Intl.PluralRules(language).select(count)] ?? phrase.other ?? '';
}

/** English is always here, so the interface is never without words. */
async function choose() {
  for (const locale of navigator.languages) {
    const language = locale.toLowerCase().split('-')[0] ?? '';
    /** @type {Phrases | null} */
    const phrases = language === 'en' ? en : await load(language);
    if (phrases) return { language, locale, phrases };
  }
  return { language: 'en', locale: 'en', phrases: /** @type {Phrases} */ (en) };
}

/**
 * @param {string} language
 * @returns {Promise<Phrases | null>}
 */
async function load(language) {
  try {
    return (await LANGUAGES[language]?.())?.default ?? null;
  } catch {
    return null;
  }
}
