/**
 * The built site on a host of a test's own, in a folder of it: published, changed, and cut off.
 */

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../xtask/serve.js';

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../../target', import.meta.url));

const FOLDER = 'some/where/';

export class Published {
  #host;

  /** @param {string} root an empty folder */
  constructor(root) {
    this.place = join(root, FOLDER);
    cpSync(join(TARGET, 'dist/site'), this.place, { recursive: true });
    renameSync(join(this.place, '_headers'), join(root, '_headers'));
    this.#host = serve(root);
  }

  /** @returns {Promise<string>} its address */
  async open() {
    return `${(await this.#host).url}${FOLDER}`;
  }

  /** The host is gone, for everyone at once. */
  async cut() {
    (await this.#host).close();
  }

  /**
   * A new version, in which a file says something else and another is gone.
   *
   * @param {{ file: string, from: string, to: string, without?: string, torn?: boolean }} change `torn` where the list came before the files
   */
  publish({ file, from, to, without, torn = false }) {
    const path = join(this.place, file);
    const text = readFileSync(path, 'utf8').replace(from, to);
    if (!torn) writeFileSync(path, text);
    if (without) rmSync(join(this.place, without));
    const listed = join(this.place, 'precache.js');
    const { files } = JSON.parse(readFileSync(listed, 'utf8').replace(/^self\.PRECACHE = |;\n$/g, ''));
    files[file === 'index.html' ? './' : file] = `sha256-${createHash('sha256').update(text).digest('base64')}`;
    if (without) delete files[without];
    writeFileSync(listed, `self.PRECACHE = ${JSON.stringify({ version: `next-${torn}`, files })};\n`);
  }
}
