/**
 * Every failure in plain words: what happened, and what to do now.
 */

import { formatCount } from './reader/facts.js';

/**
 * @typedef {{ title: string, text: string }} Words
 * @typedef {Record<string, string>} Facts
 */

/** @type {Record<string, ((facts: Facts) => Words) | undefined>} */
const WORDS = {
  NoContent: () => ({
    title: 'No main content was found',
    text: 'Nothing on this page reads like an article. It may be a list of links, a form, or a page that is only filled in by its scripts.',
  }),
  NoText: () => ({
    title: 'This page holds no text',
    text: 'Its scripts probably fill it in later. Open it in your browser, select everything (Ctrl+A or ⌘A), copy, and paste it here: that takes what the page shows.',
  }),
  TooLarge: () => ({
    title: 'This page is too large',
    text: 'It has more in it than can be taken apart in a browser tab. On the page itself, select the part you want to read, copy it and paste it here.',
  }),
  TooDeep: () => ({
    title: 'This page is nested too deeply',
    text: 'Its elements lie inside one another thousands of levels deep. On the page itself, select the part you want to read, copy it and paste it here.',
  }),
  InvalidInput: ({ message }) => ({
    title: 'This is not a web page',
    text: `${message} Paste a page’s source, or a selection copied from the page.`,
  }),
  NotAPage: ({ file, what }) => ({
    title: 'This is not a web page',
    text: `“${file}” is ${what}. Open a page that was saved in a browser: its name ends in .html or .mhtml.`,
  }),
  Unreadable: ({ file }) => ({
    title: 'The file could not be read',
    text: `“${file}” may have been moved, or may be a folder. A page saved with a folder beside it is in the .html file: choose that one.`,
  }),
  TimeoutError: () => ({
    title: 'This page takes too long',
    text: 'Reading was stopped after thirty seconds, as no page should need so long. Try it again, or paste only the part of the page you want to read.',
  }),
  AbortError: () => ({
    title: 'Stopped',
    text: 'Nothing is lost. Read the page again whenever you like.',
  }),
  Crashed: () => ({
    title: 'The reader stopped on this page',
    text: 'It was started afresh, and what you gave is in the box below. Try again; should it stop again, paste only the part of the page you want to read.',
  }),
  LoadFailed: () => ({
    title: 'The reader could not be loaded',
    text: 'A part of this site did not arrive. Check the connection and try again. What you gave is in the box below.',
  }),
  ClipboardDenied: () => ({
    title: 'The browser kept the clipboard to itself',
    text: 'Allow it when the browser asks, or paste with the keyboard: Ctrl+V, or ⌘V on a Mac.',
  }),
  ClipboardMissing: () => ({
    title: 'This browser has no paste button for pages',
    text: 'Paste with the keyboard (Ctrl+V or ⌘V), or press long in the box below and choose Paste.',
  }),
  Empty: () => ({
    title: 'There was nothing to read',
    text: 'No text came with that. Copy a page, or its source, and paste it here.',
  }),
  AddressOnly: () => ({
    title: 'That is an address, not a page',
    text: 'Recto asks nothing of other sites, so it cannot fetch the page for you. Open it, select everything (Ctrl+A or ⌘A), copy, and paste it here. The address is kept below, so that its links will work.',
  }),
  Forgotten: () => ({
    title: 'That page is no longer here',
    text: 'It could not be kept when the tab was loaded again. Please paste or open it once more.',
  }),
};

/**
 * @param {unknown} thrown
 * @returns {Words}
 */
export function wordsFor(thrown) {
  const { name, message, facts } = /** @type {Error & { facts?: Facts }} */ (thrown);
  const words = WORDS[name];
  if (words) return words({ message, ...facts });
  return {
    title: 'Something went wrong',
    text: `What you gave is in the box below. Try again, or reload this page. The browser says: ${message || String(thrown)}`,
  };
}

/**
 * What a page without main content does have.
 *
 * @param {import('./worker.js').Article} wholePage
 */
export function whatWasFound({ title, siteName, wordCount }) {
  return [
    { name: 'Title', value: title ?? '' },
    { name: 'Site', value: siteName ?? '' },
    { name: 'Length', value: `${formatCount(wordCount)} ${wordCount === 1 ? 'word' : 'words'} on the whole page` },
  ].filter(({ value }) => value !== '');
}
