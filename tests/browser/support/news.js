/** A small news site on a host of its own, for the extension. */

import { createServer } from 'node:http';
import { page } from './pages.js';

/** @type {Record<string, () => string>} */
const PAGES = {
  '/ferry': () => page({ head: '<style>p { line-height: 3; padding-block-end: 300px }</style>' }),
  '/ice': () => page({ title: 'The ice road' }),
  '/shadow': () => `<!doctype html><html lang="en"><title>A page of parts</title><body><news-page></news-page><script>
    customElements.define('news-page', class extends HTMLElement {
      connectedCallback() {
        const part = document.createElement('div');
        part.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(inner('The winter ferry'))};
        this.attachShadow({ mode: 'open' }).append(part);
      }
    });
  </script>`,
  '/contents': () => `<!doctype html><html lang="en"><title>Contents</title><body><ul><li><a href="/ferry">The winter ferry</a></ul>`,
};

/** One for each page of the article, so that each page has text of its own. */
const TOPICS = ['the harbour', 'the captain', 'the log', 'the beacon', 'the radio'];

/** @param {string} title */
function inner(title) {
  return /<main>[^]*<\/main>/.exec(page({ title }))?.[0] ?? '';
}

/** @param {number} number */
function storyPage(number) {
  const others = TOPICS.map((_, place) => `<a href="/story?page=${place + 1}">${place + 1}</a>`).join(' ');
  const next = number < TOPICS.length ? `<a rel="next" href="/story?page=${number + 1}">Next page</a>` : '';
  const paragraphs = ['first', 'second', 'third', 'last'].map(
    (which) => `<p>The ${which} thing that people say about ${TOPICS[number - 1]} is that it was there before them, and that whoever
      comes here in the winter will hear of it in the shop, on the quay, and from the children, who know it best of all.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>A story in five parts</title></head><body><main><article><h1>A story in five parts</h1>
    <p>This line stands on every page of the story, so that whoever comes late knows where they are and what came before.</p>
    ${paragraphs.join('\n')}</article><nav>${others} ${next}</nav></main></body></html>`;
}

const SUBJECTS = ['The wind', 'The ice', 'The ferry', 'The captain', 'The dog', 'The radio', 'The log'];
const PREDICATES = ['kept its hours', 'came from the north', 'was late', 'held at the second beacon', 'was heard in the shop', 'stayed where it was'];

/** A page of about thirty megabytes without repeated sentences. */
function longPage() {
  const sentence = (/** @type {number} */ number) => `${SUBJECTS[number % 7]} ${PREDICATES[number % 6]}, and on crossing ${number} nobody on board was in a hurry to be anywhere else, least of all in January.`;
  const paragraph = (/** @type {number} */ number) => `<p>${Array.from({ length: 5 }, (_, place) => sentence(number * 5 + place)).join(' ')}</p>`;
  return page({ title: 'Every crossing', body: Array.from({ length: 50_000 }, (_, number) => paragraph(number)).join('\n') });
}

export class News {
  /** @type {string[]} The paths requested so far. */
  requested = [];
  #server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    this.requested.push(request.url ?? '');
    const number = Number(searchParams.get('page') ?? 1);
    const isMissing = pathname === '/story' && number === 4;
    const html = pathname === '/story' ? storyPage(number) : pathname === '/book' ? longPage() : PAGES[pathname]?.();
    response.writeHead(html === undefined || isMissing ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(isMissing ? 'Gone' : (html ?? 'Nothing here'));
  });

  /** @returns {Promise<string>} its origin */
  async open() {
    await new Promise((resolve) => this.#server.listen(0, 'localhost', () => resolve(null)));
    return `http://localhost:${/** @type {import('node:net').AddressInfo} */ (this.#server.address()).port}`;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
