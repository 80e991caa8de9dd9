/**
 * The packed extension in a real browser with windows and a toolbar, driven in the same way in both browsers.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { startChromium } from './extension-in-chromium.js';
import { startFirefox } from './extension-in-firefox.js';

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../../target', import.meta.url));

/**
 * @typedef {object} Tab
 * @property {() => Promise<string>} url
 * @property {<A extends unknown[], R>(what: (...values: A) => R, ...values: A) => Promise<Awaited<R>>} run runs something in its page
 * @property {<A extends unknown[]>(what: (...values: A) => Element | undefined | null, ...values: A) => Promise<void>} click clicks on an element of its page, once it is there
 * @property {() => Promise<void>} press presses the extension’s button on it
 * @property {() => Promise<boolean>} isInFront
 *
 * @typedef {object} Driven
 * @property {(url: string) => Promise<Tab>} open
 * @property {() => Promise<Tab[]>} views all reading views
 * @property {() => Promise<Tab>} options the extension’s options page
 * @property {() => Promise<void>} stopWorker what the browser does to a background script after half a minute
 * @property {() => Promise<void>} close
 */

/** The packages as the stores get them. */
export const PACKAGES = join(TARGET, 'dist/packages');

/** @param {string} store */
export function packageFor(store) {
  const name = readdirSync(PACKAGES).find((file) => file.startsWith(`recto-${store}-`));
  if (!name) throw new Error(`no package for ${store}: run cargo xtask package`);
  return join(PACKAGES, name);
}

/** @param {string} file */
export function manifestIn(file) {
  return JSON.parse(Buffer.from(unzipSync(readFileSync(file))['manifest.json'] ?? []).toString());
}

/**
 * @param {string} browser
 * @param {string} folder an empty one
 * @param {{ allowed?: boolean }} [as] whether the reader says yes to all that the browser asks
 * @returns {Promise<Driven>}
 */
export function start(browser, folder, { allowed = false } = {}) {
  if (browser === 'firefox') return startFirefox(packageFor('firefox'), { allowed });
  unpack(packageFor('chrome'), folder, allowed);
  return startChromium(folder);
}

/**
 * No test can press the buttons of Chromium’s own dialogs. Where the reader says yes, the local host is allowed already.
 *
 * @param {string} file
 * @param {string} folder
 * @param {boolean} allowed
 */
function unpack(file, folder, allowed) {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  if (!allowed) return;
  const manifest = { ...manifestIn(file), host_permissions: ['localhost', 'www.localhost'].flatMap((host) => [`http://${host}/*`, `https://${host}/*`]) };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
}
