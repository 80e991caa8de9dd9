/**
 * The message shown for each error: what happened, and what the user can do.
 */

import en from './locales/en.json' with { type: 'json' };
import { t } from './reader/i18n.js';

/**
 * @typedef {import('./reader/i18n.js').MessageKey} MessageKey
 */

/**
 * @param {unknown} thrown
 * @returns {{ title: string, text: string }}
 */
export function errorMessage(thrown) {
  const { name, message, details } = /** @type {Error & { details?: Record<string, string> }} */ (thrown);
  const known = `error.${name}.title` in en ? name : 'Unknown';
  const title = t(/** @type {MessageKey} */ (`error.${known}.title`));
  return { title, text: t(/** @type {MessageKey} */ (`error.${known}.text`), { message: message || String(thrown), ...details }) };
}

/**
 * What is known about a page without main content, to be listed below the error.
 *
 * @param {import('./worker.js').Article} wholePage
 */
export function pageSummary({ title, siteName, wordCount }) {
  return [
    { name: t('summary.title'), value: title ?? '' },
    { name: t('summary.site'), value: siteName ?? '' },
    { name: t('summary.length'), value: t('summary.words', { count: wordCount }) },
  ].filter(({ value }) => value !== '');
}
