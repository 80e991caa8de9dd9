/**
 * The one static server, for `cargo xtask serve`, the benchmark and the tests: Hono finds, types and compresses the
 * files, and sends the headers of the folder's `_headers` file, which static hosts read too.
 *
 * `node xtask/serve.js FOLDER PORT` serves a folder until it is stopped.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve as listen } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

/**
 * @param {string} folder read at each request, so that it may change meanwhile
 * @param {number} [port] a free one by default
 * @returns {Promise<{ url: string, close: () => void }>} closing cuts every connection at once
 */
export function serve(folder, port = 0) {
  const headers = headersOf(folder);
  const app = new Hono();
  app.use(compress());
  app.use(async (context, next) => {
    for (const [name, value] of headers) context.header(name, value);
    await next();
  });
  app.use(serveStatic({ root: folder }));
  return new Promise((resolve, reject) => {
    const server = /** @type {import('node:http').Server} */ (
      listen({ fetch: app.fetch, hostname: 'localhost', port }, (address) => resolve({ url: `http://localhost:${address.port}/`, close }))
    );
    server.once('error', reject);
    function close() {
      server.closeAllConnections();
      server.close();
    }
  });
}

/**
 * The headers for all paths. A section for some paths only is a line without leading blanks, and no folder of ours has one.
 *
 * @param {string} folder
 * @returns {[name: string, value: string][]}
 */
function headersOf(folder) {
  const file = join(folder, '_headers');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Array.from(text.matchAll(/^\s+([\w-]+): (.+)$/gm), ([, name = '', value = '']) => [name, value]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = '', port = ''] = process.argv.slice(2);
  try {
    const { url } = await serve(folder, Number(port));
    console.log(`Recto is at ${url}`);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(isTaken ? `Port ${port} is in use already, perhaps by another \`cargo xtask serve\`. Choose another with --port.` : error);
    process.exitCode = 1;
  }
}
