// node node.js page.html     deno run --allow-read node.js page.html
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import init, { extract } from 'recto-reader';

await init();
const html = await readFile(process.argv[2], 'utf8');
const { title, markdown } = extract(html, { url: 'https://example.com/page' });
console.log(`# ${title}\n\n${markdown}`);
