/**
 * The interface's messages, in the first of the browser's languages that Recto has. A message is added to
 * `locales/en.json` and, under the same key, to every other file in that folder; a test reports missing ones.
 *
 * A message may contain `{slots}`. One with a number is an object of plural forms, as `Intl.PluralRules` names them,
 * chosen by `count`. In markup, `data-i18n` is the key of an element's text, whose children with `data-i18n-slot` fill
 * the slots; `data-i18n-label` is the key of its `aria-label`.
 */

import en from '../locales/en.json' with { type: 'json' };

/**
 * @typedef {keyof typeof en} MessageKey
 * @typedef {Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>} Messages
 */

/** English is bundled as the fallback. The others are loaded on demand. */
const LANGUAGES = /** @type {Record<string, () => Promise<{ default: Messages }>>} */ ({
  de: () => import('../locales/de.json', { with: { type: 'json' } }),
  fr: () => import('../locales/fr.json', { with: { type: 'json' } }),
  es: () => import('../locales/es.json', { with: { type: 'json' } }),
  pt: () => import('../locales/pt.json', { with: { type: 'json' } }),
  ja: () => import('../locales/ja.json', { with: { type: 'json' } }),
  zh: () => import('../locales/zh.json', { with: { type: 'json' } }),
  ar: () => import('../locales/ar.json', { with: { type: 'json' } }),
});

const RTL_LANGUAGES = ['ar'];

const { language, locale, messages } = await negotiate();

/** For formatting dates, numbers and lists: the interface's language with the user's region. */
export { locale };

/** `lang` and `dir` for interface text inside an article, which has a language of its own. */
export const UI_LANGUAGE = { lang: language, dir: RTL_LANGUAGES.includes(language) ? 'rtl' : 'ltr' };

/**
 * @param {MessageKey} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  return tRich(key, values).join('');
}

/**
 * Like `t`, but slots may be filled with nodes.
 *
 * @template {string | number | Node} V
 * @param {MessageKey} key
 * @param {Record<string, V>} values
 * @returns {(string | Exclude<V, number>)[]}
 */
export function tRich(key, values) {
  return selectForm(key, Number(values.count))
    .split(/\{(\w+)\}/)
    .map((part, index) => {
      if (index % 2 === 0) return part;
      const value = values[part];
      if (value === undefined) throw new Error(`No value for the slot {${part}} of the message ${key}.`);
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : /** @type {Exclude<V, number>} */ (value);
    });
}

/**
 * Translates a document's static markup, which is in English.
 *
 * @param {Document} page
 */
export function translateDocument(page) {
  Object.assign(page.documentElement, UI_LANGUAGE);
  for (const node of page.querySelectorAll('[data-i18n]')) {
    const slots = [...node.children].map((child) => [child.getAttribute('data-i18n-slot'), child]);
    node.replaceChildren(...tRich(/** @type {MessageKey} */ (node.getAttribute('data-i18n')), Object.fromEntries(slots)));
  }
  for (const node of page.querySelectorAll('[data-i18n-label]')) {
    node.ariaLabel = t(/** @type {MessageKey} */ (node.getAttribute('data-i18n-label')));
  }
}

/**
 * @param {MessageKey} key
 * @param {number} count
 */
function selectForm(key, count) {
  const message = messages[key] ?? en[key];
  if (typeof message === 'string') return message;
  return message[new Intl.PluralRules(language).select(count)] ?? message.other ?? '';
}

/** Falls back to English where a language is missing or fails to load. */
async function negotiate() {
  for (const locale of navigator.languages) {
    const language = locale.toLowerCase().split('-')[0] ?? '';
    /** @type {Messages | null} */
    const messages = language === 'en' ? en : await load(language);
    if (messages) return { language, locale, messages };
  }
  return { language: 'en', locale: 'en', messages: /** @type {Messages} */ (en) };
}

/**
 * @param {string} language
 * @returns {Promise<Messages | null>}
 */
async function load(language) {
  try {
    return (await LANGUAGES[language]?.())?.default ?? null;
  } catch {
    return null;
  }
}
