/**
 * The built site on a host of a test's own, in a folder of it: published, changed, and cut off.
 */

import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../../target', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };

const FOLDER = '/some/where/';

export class Published {
  /** @param {string} place an empty folder */
  constructor(place) {
    this.place = place;
    cpSync(join(TARGET, 'dist/site'), place, { recursive: true });
    this.server = createServer((request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      const file = join(place, path.slice(FOLDER.length) || 'index.html');
      const isFile = path.startsWith(FOLDER) && request.method === 'GET' && existsSync(file) && statSync(file).isFile();
      response.writeHead(isFile ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'text/plain', 'cache-control': 'no-cache' });
      response.end(isFile ? readFileSync(file) : '');
    });
  }

  /** @returns {Promise<string>} its address */
  async open() {
    await new Promise((resolve) => this.server.listen(0, 'localhost', () => resolve(null)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (this.server.address());
    return `http://localhost:${port}${FOLDER}`;
  }

  /** The host is gone, for everyone at once. */
  cut() {
    this.server.closeAllConnections();
    this.server.close();
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
