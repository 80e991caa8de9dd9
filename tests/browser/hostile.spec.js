/**
 * Every attack in real pages: a canary that any executed code calls, globals that could be clobbered, and requests.
 */

import { test as bare } from '@playwright/test';
import { attacks, hostileFiles } from './support/attacks.js';
import { expect, test } from './support/fixture.js';
import { page as story } from './support/pages.js';
import { Site } from './support/site.js';

/** @typedef {typeof import('../../www/recto.js')} Recto */
/** @typedef {typeof import('../../www/sources.js')} Sources */
/** @typedef {import('../../www/reader/article-view.js').ArticleView} ArticleView */

const ATTACKS = attacks();
const FILES = hostileFiles();

/** A page of another program's, without a policy: nothing stands between an attack and the page but our output. */
const HOST = '<!doctype html><title>Host</title><main></main>';

/** Runs in the page: installs the canary, and fires events that need user interaction. */
function watch() {
  /** @type {string[]} */
  const triggered = [];
  let now = '';
  Object.assign(globalThis, { canary: () => triggered.push(now) });
  // Ids with our own prefix are allowed.
  const clobberable = (/** @type {string} */ html) => [...new Set([...html.matchAll(/\b(?:id|name)=["']?([^\s"'<>`]+)/gi)].map(([, name = '']) => name))].filter((name) => !name.startsWith('recto-'));
  const valueOf = (/** @type {string} */ name) => [Reflect.get(globalThis, name), Reflect.get(document, name)];
  return {
    triggered,
    /** @param {string} name */
    begin: (name) => (now = name),
    /** @param {ParentNode} root */
    fireEvents(root) {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLElement || element instanceof SVGElement || element instanceof MathMLElement) element.focus();
        for (const type of ['mouseover', 'pointerenter', 'mousemove', 'toggle', 'copy', 'wheel']) element.dispatchEvent(new Event(type, { bubbles: true }));
        const click = new MouseEvent('click', { bubbles: true, cancelable: true });
        element.addEventListener('click', (event) => /^(https?|mailto|tel):$/.test(Reflect.get(element, 'protocol') ?? '') && event.preventDefault());
        element.dispatchEvent(click);
      }
    },
    /** @param {string} html */
    names(html) {
      const before = clobberable(html).map((name) => ({ name, values: valueOf(name) }));
      return () => before.filter(({ name, values }) => valueOf(name).some((value, place) => value !== values[place])).map(({ name }) => name);
    },
  };
}

/** Attacks of every class that strike in every browser, most of them without a request and all without an animation. */
const STRIKING = [
  'characters: nulls in names and text',
  'clobbering: an id of a note',
  'clobbering: methods of an element',
  'documents: a page after its end',
  'documents: a page that React streams',
  'documents: a page without a body',
  "embeds: a film's own sources",
  'embeds: a post with code',
  'handlers: a doubled attribute, the first counts',
  'handlers: a frame that loads',
  'handlers: a handler of a picture and its words',
  'handlers: a picture that fails',
  'handlers: a picture that loads',
  'handlers: a second body',
  'handlers: a second root',
  'handlers: entities in a handler',
  'handlers: what the pointer touches',
  'metadata: a headline that is markup',
  'namespaces: a breaking element in vector pictures',
  "namespaces: a namespace of one's own",
  "namespaces: a page in a formula's text",
  'namespaces: annotations that are XHTML',
  'namespaces: what a table puts before itself',
  'nesting: a link of very many attributes',
  'nesting: links past what is allowed',
  'nesting: tables past what is allowed',
  'pictures: a picture with a link that is code',
  'raw-text: a frame of code',
  'raw-text: a page in a frame',
  'raw-text: a script of another type',
  'raw-text: a template that is a root',
  'raw-text: what is there without scripts',
  'schemes: a colon by an entity',
  'schemes: a newline in it',
  'schemes: a tab by a named entity',
  'schemes: all by numbers',
  'schemes: plainly',
  'vector-pictures: a picture that loads',
  'vector-pictures: a script',
  'words: a callout that is code',
];

bare('shown as they are, the attacks strike', async ({ page }) => {
  const rows = STRIKING.map((name) => ATTACKS.find((attack) => attack.name === name) ?? { name, html: 'No such attack' });
  await page.route('**/*', (route) => (new URL(route.request().url()).pathname === '/host.html' ? route.fulfill({ contentType: 'text/html', body: HOST }) : route.abort()));
  await page.goto('host.html');
  await page.evaluate((shown) => {
    for (const { name, html } of shown) {
      const frame = document.createElement('iframe');
      frame.name = name;
      // A frame of its own name space, so that one attack cannot break the others' canaries.
      frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms');
      frame.srcdoc = `<script>canary = () => frameElement.classList.add('struck')</script>${html}`;
      document.body.append(frame);
    }
  }, rows);
  const waiting = () =>
    page.evaluate(() => {
      const frames = [...document.querySelectorAll('iframe')].filter((frame) => !frame.classList.contains('struck'));
      for (const frame of frames) {
        for (const link of frame.contentDocument?.querySelectorAll('a, button, summary, [onclick]') ?? []) {
          if (!/^https?:/.test(Reflect.get(link, 'protocol') ?? '')) link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        }
      }
      return frames.map((frame) => frame.name);
    });
  // As long as the machine takes.
  bare.slow();
  await expect.poll(waiting, { timeout: 600_000 }).toEqual([]);
});

bare('an embedder who shows the content is not harmed', async ({ page, baseURL }) => {
  const ours = new URL(baseURL ?? '').origin;
  /** @type {string[]} */
  const requested = [];
  await page.route('**/*', (route) => {
    const { pathname, origin, href } = new URL(route.request().url());
    if (pathname === '/host.html') return route.fulfill({ contentType: 'text/html', body: HOST });
    if (origin === ours && /\.(js|wasm)$/.test(pathname)) return route.continue();
    // Images are content; the embedder decides whether they load.
    if (route.request().resourceType() !== 'image') requested.push(href);
    return route.abort();
  });
  await page.addInitScript(`globalThis.watch = ${watch}`);
  await page.goto('host.html');
  const found = await page.evaluate(
    async (rows) => {
      const { default: init, extract } = /** @type {Recto} */ (await import(new URL('recto.js', document.baseURI).href));
      await init();
      const { triggered, begin, fireEvents, names } = watch();
      const main = /** @type {HTMLElement} */ (document.querySelector('main'));
      // Not every browser escapes these two characters in attribute values, as we do; nothing else may differ.
      const escaped = (/** @type {string} */ value) => value.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const written = (/** @type {string} */ html) => html.replace(/<\w[^<>"]*(?:"[^"]*"[^<>"]*)+>/g, (tag) => tag.replace(/"[^"]*"/g, escaped));
      const parsed = (/** @type {string} */ html) => new DOMParser().parseFromString(`<!DOCTYPE html><body>${html}`, 'text/html').body.innerHTML;
      /** @type {string[]} */
      const clobbered = [];
      /** @type {string[]} */
      const unstable = [];
      let shown = 0;
      for (const { name, html } of rows) {
        for (const wholePage of [false, true]) {
          const { content } = extract(html, { url: 'https://example.com/dir/page', wholePage });
          const changed = names(html);
          begin(name);
          main.innerHTML = content;
          if (written(main.innerHTML) !== content || written(parsed(content)) !== content) unstable.push(name);
          clobbered.push(...changed().map((global) => `${name}: ${global}`));
          fireEvents(main);
          shown += 1;
          if (shown % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return { triggered, clobbered, unstable, shown };
    },
    ATTACKS,
  );
  expect(found).toEqual({ triggered: [], clobbered: [], unstable: [], shown: 2 * ATTACKS.length });
  expect(requested).toEqual([]);
});

test('on the site no attack runs, and no request is sent', async ({ page }) => {
  await page.addInitScript(`globalThis.watch = ${watch}`);
  await page.goto('./');
  const site = new Site(page);
  await site.readSource(story());
  await expect(site.title).toBeVisible();
  const found = await page.evaluate(
    async ({ rows, files }) => {
      const load = (/** @type {string} */ path) => import(new URL(path, document.baseURI).href);
      const { default: init, extract } = /** @type {Recto} */ (await load('recto.js'));
      await init();
      const { fromFile } = /** @type {Sources} */ (await load('sources.js'));
      const { triggered, begin, fireEvents, names } = watch();
      const view = /** @type {ArticleView} */ (document.querySelector('recto-article'));
      /** @type {string[]} */
      const clobbered = [];
      let [shown, refused] = [0, 0];
      const show = (/** @type {string} */ name, /** @type {string} */ html, /** @type {string | null} */ url) => {
        const article = extract(html, { url: url ?? undefined });
        const changed = names(html);
        begin(name);
        view.show(article, { url });
        const content = view.querySelector('.content');
        if (!content) throw new Error(`${name} leaves the view empty`);
        fireEvents(content);
        clobbered.push(...changed().map((global) => `${name}: ${global}`));
        shown += 1;
      };
      for (const { name, html } of rows) show(name, html, 'https://example.com/dir/page');
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        try {
          const { html, url } = await fromFile(new File([bytes], 'page.html', { type: 'text/html' }));
          show(name, html, url);
        } catch (error) {
          if (!(error instanceof Error) || !/^(NotAWebPage|NoContent|InvalidInput|EmptyInput)$/.test(error.name)) throw error;
          refused += 1;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return { triggered, clobbered, all: shown + refused, refused };
    },
    { rows: ATTACKS, files: FILES },
  );
  expect(found).toEqual({ triggered: [], clobbered: [], all: ATTACKS.length + FILES.length, refused: expect.any(Number) });
  expect(found.refused).toBeLessThan(FILES.length / 2);
});
