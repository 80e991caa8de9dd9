/**
 * Drives the packed extension in a real browser, with the same interface for both browsers.
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
 * @property {<A extends unknown[], R>(what: (...values: A) => R, ...values: A) => Promise<Awaited<R>>} run runs a function in its page
 * @property {<A extends unknown[]>(what: (...values: A) => Element | undefined | null, ...values: A) => Promise<void>} click clicks an element of its page, once it exists
 * @property {() => Promise<void>} press clicks the extension’s button on it
 * @property {() => Promise<boolean>} isInFront
 *
 * @typedef {object} ExtensionDriver
 * @property {(url: string) => Promise<Tab>} open
 * @property {() => Promise<Tab[]>} views the reading views
 * @property {() => Promise<Tab>} options the extension’s options page
 * @property {() => Promise<void>} stopWorker stops the background script, as the browser does after half a minute
 * @property {() => Promise<void>} close
 */

/** The packages for the stores. */
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
 * @param {{ allowed?: boolean }} [options] whether the user grants all permissions
 * @returns {Promise<ExtensionDriver>}
 */
export function start(browser, folder, { allowed = false } = {}) {
  if (browser === 'firefox') return startFirefox(packageFor('firefox'), { allowed });
  unpack(packageFor('chrome'), folder, allowed);
  return startChromium(folder);
}

/**
 * Tests cannot click in Chromium’s own dialogs, so with `allowed` the local host has the permission from the start.
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
