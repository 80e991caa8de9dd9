/**
 * Dates, times and lists in the user's language and region.
 */

import { locale, t } from './i18n.js';

/**
 * The date as written, without conversion to the user's time zone, so that it is the same for every reader.
 *
 * @param {string} iso a date with or without a time, at least a year
 * @returns {string | null}
 */
export function formatDate(iso) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso) ?? [];
  if (!year) return null;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { timeZone: 'UTC', year: 'numeric' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat(locale, options).format(date);
}

/** @param {{ min: number, max: number }} minutes */
export function formatReadingTime({ min, max }) {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const [from, to] = [Math.max(1, Math.round(min)), Math.max(1, Math.round(max))];
  return t('article.readingTime', { time: from === to ? format.format(from) : format.formatRange(from, to) });
}

/**
 * @param {string[]} names
 * @param {number} [limit] how many are listed; the rest is counted
 */
export function formatList(names, limit = 3) {
  const rest = names.length - limit;
  const listed = rest > 0 ? [...names.slice(0, limit), t('article.more', { count: rest })] : names;
  return new Intl.ListFormat(locale).format(listed);
}
