/** The rows of tests/hostile/, as pages and as files. tests/hostile.rs reads the same ones, by the same rules. */

import { readFileSync, readdirSync } from 'node:fs';

/** @typedef {{ name: string, markup: string }} Row */
/** @typedef {{ name: string, html: string }} Attack */

const HOSTILE = new URL('../../hostile/', import.meta.url);

const FILLER = [
  'The kettle had been on the stove for an hour before anyone noticed that the water was gone,',
  'and by then the kitchen smelled of hot iron, old tea and something else that nobody could name.',
].join(' ');

/** @returns {Attack[]} */
export function attacks() {
  return [...rowsOf('attacks'), ...rowsIn(new URL('markup.txt', HOSTILE))].map(({ name, markup }) => {
    const page = markup.startsWith('<html') ? markup : `<title>A page</title><body><main>«prose»${markup}</main>`;
    return { name, html: `<!DOCTYPE html>${writtenOut(page)}` };
  });
}

/** @returns {{ name: string, base64: string }[]} */
export function hostileFiles() {
  return rowsOf('files').map(({ name, markup }) => {
    const parts = writtenOut(markup).split(/«x(..)»/);
    const bytes = parts.map((part, place) => (place % 2 ? Buffer.from(part, 'hex') : Buffer.from(part)));
    return { name, base64: Buffer.concat(bytes).toString('base64') };
  });
}

/**
 * @param {string} folder
 * @returns {Row[]}
 */
function rowsOf(folder) {
  const directory = new URL(`${folder}/`, HOSTILE);
  return readdirSync(directory).sort().flatMap((file) => rowsIn(new URL(file, directory)));
}

/**
 * @param {URL} file
 * @returns {Row[]}
 */
function rowsIn(file) {
  const kind = /([\w-]+)\.txt$/.exec(file.pathname)?.[1];
  const [, ...rows] = readFileSync(file, 'utf8').split(/^=== /m);
  return rows.map((row) => {
    const [, name = '', markup = ''] = /^(.*)\n([^]*?)\s*(?:\n---\n[^]*)?$/.exec(row) ?? [];
    return { name: `${kind}: ${name}`, markup };
  });
}

/** @param {string} page */
function writtenOut(page) {
  return page.replace(/«(?:(prose)|(words)|U\+(\w+)|(\d+)×([^»]*))»/g, (_, prose, words, code, number, text) => {
    if (prose) return `<p>${FILLER}</p>`.repeat(3);
    if (words) return FILLER;
    return code ? String.fromCodePoint(parseInt(code, 16)) : text.repeat(Number(number));
  });
}
