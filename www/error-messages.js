/**
 * Every failure in plain words: what happened, and what to do now.
 */

import en from './locales/en.json' with { type: 'json' };
import { say } from './reader/i18n.js';

/**
 * @typedef {import('./reader/i18n.js').Phrase} Phrase
 */

/**
 * @param {unknown} thrown
 * @returns {{ title: string, text: string }}
 */
export function wordsFor(thrown) {
  const { name, message, facts } = /** @type {Error & { facts?: Record<string, string> }} */ (thrown);
  const known = `${name}.title` in en ? name : 'Unknown';
  const title = say(/** @type {Phrase} */ (`${known}.title`));
  return { title, text: say(/** @type {Phrase} */ (`${known}.text`), { message: message || String(thrown), ...facts }) };
}

/**
 * What a page without main content does have.
 *
 * @param {import('./worker.js').Article} wholePage
 */
export function whatWasFound({ title, siteName, wordCount }) {
  return [
    { name: say('found.title'), value: title ?? '' },
    { name: say('found.site'), value: siteName ?? '' },
    { name: say('found.length'), value: say('found.words', { count: wordCount }) },
  ].filter(({ value }) => value !== '');
}
