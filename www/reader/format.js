/**
 * What is known about an article, in words for the reader's own language and region.
 */

import { locale, say } from './i18n.js';

/**
 * The page's own day: the same for every reader, whatever their time zone.
 *
 * @param {string} iso a date with or without a time, at least a year
 * @returns {string | null}
 */
export function formatDay(iso) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(iso) ?? [];
  if (!year) return null;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  /** @type {Intl.DateTimeFormatOptions} */
  const shown = { timeZone: 'UTC', year: 'numeric' };
  if (month) shown.month = 'long';
  if (day) shown.day = 'numeric';
  return new Intl.DateTimeFormat(locale, shown).format(date);
}

/** @param {{ min: number, max: number }} minutes */
export function formatReadingTime({ min, max }) {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const [from, to] = [Math.max(1, Math.round(min)), Math.max(1, Math.round(max))];
  return say('article.readingTime', { time: from === to ? format.format(from) : format.formatRange(from, to) });
}

/**
 * @param {string[]} names
 * @param {number} [shown] how many are named before the rest is counted
 */
export function formatList(names, shown = 3) {
  const rest = names.length - shown;
  const listed = rest > 0 ? [...names.slice(0, shown), say('article.more', { count: rest })] : names;
  return new Intl.ListFormat(locale).format(listed);
}

/**
 * An address that a link may point to: the web's, never a script's.
 *
 * @param {string | null | undefined} address
 * @returns {URL | null}
 */
export function webUrl(address) {
  const url = address ? URL.parse(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
