import { expect, test } from './support/fixture.js';
import { AROUND_ARTICLE, IN_ARTICLE, page as makePage } from './support/pages.js';

/**
 * These tests read the page that they run in, as an embedder, a userscript or a bookmarklet would.
 *
 * @typedef {typeof import('../../www/recto.js')} Recto
 */

const SECTION = `
  <section lang="de"><div id="other" dir="ltr"><h2>Die Fähre im Winter</h2>${'<p>Die Fähre hält ihre Zeiten ein, bis das Eis so dick ist, wie eine Hand breit ist.</p>'.repeat(5)}</div></section>`;

/** Opens a page of another program's, with the package loaded, and shadow roots attached to what asks for them. */
const open = async (/** @type {import('@playwright/test').Page} */ page, /** @type {string} */ html) => {
  await page.route('**/dir/host.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  const site = new URL('./', test.info().project.use.baseURL ?? '').href;
  await page.goto('dir/host.html');
  await page.evaluate(async (address) => {
    const recto = /** @type {Recto} */ (await import(address));
    await recto.default();
    Object.assign(globalThis, { recto });
    for (const host of document.querySelectorAll('[data-shadow]')) {
      const root = host.attachShadow({ mode: 'open' });
      root.innerHTML = host.getAttribute('data-shadow') ?? '';
      const inner = root.querySelector('b');
      if (inner) inner.attachShadow({ mode: 'open' }).innerHTML = '<p>The log stays on the shelf above the radio, “tied” with string &amp; wax.</p>';
    }
  }, new URL('recto.js', site).href);
};

test('reads the document, with its address and language', async ({ page }) => {
  await open(page, makePage({ body: '<p>Read <a href="log">the log</a> too.</p>', attributes: 'lang="en-GB"' }));
  const { article, readable, url } = await page.evaluate(() => ({ article: recto.extract(document), readable: recto.isReadable(document), url: document.URL }));
  expect(article).toMatchObject({ title: 'The winter ferry', lang: 'en-GB', text: expect.stringContaining(IN_ARTICLE) });
  expect(article.text).not.toContain(AROUND_ARTICLE);
  expect(article.content).toContain(`href="${new URL('log', url)}"`);
  expect(readable).toBe(true);
});

test('reads the page as it stands, and takes the options’ address before its own', async ({ page }) => {
  await open(page, makePage({ body: '<p>Read <a href="log">the log</a> too.</p>' }));
  const content = await page.evaluate((text) => {
    const added = document.createElement('p');
    added.textContent = text;
    document.querySelector('article')?.prepend(added);
    return recto.extract(document, { url: 'https://skarvik.example/news/' }).content;
  }, 'A paragraph that a script has added, of some length, before the others.');
  expect(content).toContain('that a script has added');
  expect(content).toContain('href="https://skarvik.example/news/log"');
});

test('resolves links against the base', async ({ page }) => {
  await open(page, makePage({ head: '<base href="https://skarvik.example/archive/">', body: '<p>Read <a href="log">the log</a> too.</p>' }));
  const contents = await page.evaluate(() => [document, document.querySelector('main') ?? ''].map((source) => recto.extract(source).content));
  for (const content of contents) expect(content).toContain('href="https://skarvik.example/archive/log"');
});

test('reads an element, with what the head says and the language it inherits', async ({ page }) => {
  await open(page, makePage({ head: '<meta name="author" content="Inga Dahl">', body: SECTION, attributes: 'lang="en" dir="rtl"' }));
  const [section, article] = await page.evaluate(() => ['#other', 'main'].map((selector) => recto.extract(/** @type {Element} */ (document.querySelector(selector)))));
  expect(section).toMatchObject({ byline: 'Inga Dahl', lang: 'de', dir: 'ltr', text: expect.stringContaining('Die Fähre hält') });
  expect(section.text).not.toContain(IN_ARTICLE);
  expect(article).toMatchObject({ byline: 'Inga Dahl', lang: 'en', dir: 'rtl', text: expect.stringContaining(IN_ARTICLE) });
});

test('reads open shadow roots, with getHTML and without', async ({ page }) => {
  const shadow = '<p>The harbour master keeps a second log, &quot;in ink&quot;, which nobody has asked for yet.</p><b></b><slot></slot>';
  const raw = '<noscript><p>Scripts are off & that is fine.</p></noscript><script type="text/plain">1 < 2 && 3</script>';
  await open(page, makePage({ body: `<div data-shadow='${shadow}' title="A & B"><p>Visitors may see the log on Sundays, from ten to four, if the ferry is in.</p></div>${raw}` }));
  const [withIt, withoutIt] = await page.evaluate(() => {
    const whole = recto.extract(document);
    Reflect.deleteProperty(Element.prototype, 'getHTML');
    return [whole, recto.extract(document)];
  });
  for (const part of ['keeps a second log, "in ink"', 'the radio, “tied” with string & wax', 'on Sundays', IN_ARTICLE]) expect(withIt.text).toContain(part);
  expect(withoutIt).toEqual(withIt);
});

test('reads a frame’s document, which has its parent’s address', async ({ page }) => {
  await open(page, '<!doctype html><title>Host</title><iframe></iframe>');
  const content = await page.evaluate(async (srcdoc) => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = srcdoc;
    await loaded;
    return recto.extract(/** @type {Document} */ (frame.contentDocument)).content;
  }, makePage({ body: '<p>Read <a href="log">the log</a> too.</p>' }));
  expect(content).toContain(IN_ARTICLE);
  expect(content).toContain('/dir/log"');
});

test('reads a page whose elements stand in for the document’s properties', async ({ page }) => {
  const clobbering = ['URL', 'baseURI', 'compatMode', 'head', 'documentElement'].map((name) => `<form name="${name}"><input name="shadowRoot"></form>`);
  await open(page, makePage({ body: clobbering.join('') }));
  const outcome = await page.evaluate(() => {
    try {
      return recto.extract(document).title;
    } catch (error) {
      return /** @type {Error} */ (error).name;
    }
  });
  expect(['The winter ferry', 'NoContent', 'InvalidInput']).toContain(outcome);
});

test('refuses what is no page', async ({ page }) => {
  await open(page, '<!doctype html><title>Host</title>');
  const names = await page.evaluate(() =>
    [undefined, null, 5, {}, [], window, document.createTextNode('Text'), { nodeType: 1 }, { nodeType: 9 }].flatMap((source) =>
      [recto.extract, recto.isReadable].map((read) => {
        try {
          return read(/** @type {any} */ (source));
        } catch (error) {
          return /** @type {Error} */ (error).name;
        }
      }),
    ),
  );
  expect(new Set(names)).toEqual(new Set(['InvalidInput']));
});

test('in a worker there are only strings', async ({ page }) => {
  await open(page, makePage());
  const outcome = await page.evaluate(async () => {
    const { createReader } = /** @type {typeof import('../../www/worker.js')} */ (await import(new URL('../worker.js', document.URL).href));
    const reader = createReader();
    const failure = (/** @type {any} */ source, /** @type {any} */ options) => reader.extract(source, options).catch(({ name, message }) => ({ name, message }));
    const [live, url] = [await failure(document, {}), await failure('<p>', { url: new URL('https://skarvik.example/') })];
    const { title } = await reader.extract(document.documentElement.outerHTML);
    const script = `
      import init, { extract } from '${new URL('../recto.js', document.URL)}';
      await init();
      try { extract(self); } catch ({ name, message }) { postMessage({ name, message }); }`;
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
    const inside = await new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    return { live, url, title, inside };
  });
  expect(outcome.live).toEqual({ name: 'InvalidInput', message: expect.stringContaining('string of HTML') });
  expect(outcome.url).toEqual({ name: 'InvalidInput', message: expect.stringContaining('options') });
  expect(outcome.inside).toEqual({ name: 'InvalidInput', message: expect.stringContaining('string of HTML') });
  expect(outcome.title).toBe('The winter ferry');
});
