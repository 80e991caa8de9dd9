import { expect, test } from './support/fixture.js';
import { IN_ARTICLE, page as makePage } from './support/pages.js';

/**
 * The worker client, used directly in a page as by an embedder.
 *
 * @typedef {typeof import('../../www/worker.js')} WorkerModule
 */

const SILENT = "postMessage({ kind: 'loaded' });";
/** Takes longer to load than the deadline. */
const SLOW_TO_LOAD = `
  setTimeout(() => {
    postMessage({ kind: 'loaded' });
    postMessage({ kind: 'article', article: { title: 'Late' } });
  }, 1500);`;
const CRASHES_ONCE = `
  postMessage({ kind: 'loaded' });
  addEventListener('message', () => { throw new Error('crash'); });`;

// On a page without the site's policy, which allows the site's worker only.
test.beforeEach(async ({ page }) => {
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title>' }));
  await page.goto('host.html');
  await page.evaluate(async () => {
    const address = new URL('worker.js', document.baseURI).href;
    const { createReader } = /** @type {WorkerModule} */ (await import(address));
    Object.assign(globalThis, { createReader });
  });
});

test('reads a page', async ({ page }) => {
  const article = await page.evaluate((html) => createReader().extract(html, { url: 'https://skarvik.example/' }), makePage());
  expect(article.title).toBe('The winter ferry');
  expect(article.text).toContain(IN_ARTICLE);
});

test('writes only the formats asked for', async ({ page }) => {
  const article = await page.evaluate((html) => createReader().extract(html, { formats: ['text'] }), makePage());
  expect(article).toMatchObject({ content: '', text: expect.stringContaining(IN_ARTICLE), markdown: '' });
});

test('reads pages one after another, in order', async ({ page }) => {
  const titles = await page.evaluate(
    async (sources) => {
      const reader = createReader();
      /** @type {(string | null)[]} */
      const done = [];
      await Promise.all(sources.map(async (html) => done.push((await reader.extract(html)).title)));
      return done;
    },
    ['One', 'Two', 'Three'].map((title) => makePage({ title })),
  );
  expect(titles).toEqual(['One', 'Two', 'Three']);
});

test('rejects with a named error, and stays usable', async ({ page }) => {
  const outcome = await page.evaluate(async (html) => {
    const reader = createReader();
    const failure = await reader.extract('').catch((error) => ({ isError: error instanceof Error, name: error.name, message: error.message }));
    return { failure, title: (await reader.extract(html)).title };
  }, makePage());
  expect(outcome.failure).toEqual({ isError: true, name: 'NoContent', message: expect.stringMatching(/./) });
  expect(outcome.title).toBe('The winter ferry');
});

test('stops a page at its deadline, and continues with a new worker', async ({ page }) => {
  const outcome = await page.evaluate(async (html) => {
    const reader = createReader();
    const late = reader.extract(html.repeat(200), { deadline: 1 }).catch((error) => error.name);
    return { late: await late, title: (await reader.extract(html)).title };
  }, makePage());
  expect(outcome).toEqual({ late: 'TimeoutError', title: 'The winter ferry' });
});

test('stops a worker that never replies', async ({ page }) => {
  await page.route('**/silent.js', (route) => route.fulfill({ contentType: 'text/javascript', body: SILENT }));
  const name = await page.evaluate(
    () => createReader({ workerUrl: 'silent.js' }).extract('<p>', { deadline: 50 }).catch((error) => error.name),
  );
  expect(name).toBe('TimeoutError');
});

test('does not count the time the worker takes to load', async ({ page }) => {
  await page.route('**/slow.js', (route) => route.fulfill({ contentType: 'text/javascript', body: SLOW_TO_LOAD }));
  const article = await page.evaluate(() => createReader({ workerUrl: 'slow.js' }).extract('<p>', { deadline: 1000 }));
  expect(article.title).toBe('Late');
});

test('is cancelled by its signal, running or queued', async ({ page }) => {
  await page.route('**/silent.js', (route) => route.fulfill({ contentType: 'text/javascript', body: SILENT }));
  const outcomes = await page.evaluate(async () => {
    const reader = createReader({ workerUrl: 'silent.js' });
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const name = (/** @type {Error} */ error) => error.name;
    const reads = [first, second, third].map(({ signal }) => reader.extract('<p>', { signal }).catch(name));
    second.abort();
    const waiting = await reads[1];
    first.abort();
    const underWay = await reads[0];
    third.abort(new DOMException('', 'TimeoutError'));
    const withReason = await reads[2];
    const late = await reader.extract('<p>', { signal: AbortSignal.abort() }).catch(name);
    return { waiting, underWay, withReason, late };
  });
  expect(outcomes).toEqual({ waiting: 'AbortError', underWay: 'AbortError', withReason: 'TimeoutError', late: 'AbortError' });
});

test('never uses a crashed worker again', async ({ page }) => {
  let started = 0;
  await page.route('**/crashing.js', (route) => {
    started += 1;
    return route.fulfill({ contentType: 'text/javascript', body: CRASHES_ONCE });
  });
  const names = await page.evaluate(async () => {
    const reader = createReader({ workerUrl: 'crashing.js' });
    const name = (/** @type {Error} */ error) => error.name;
    return [await reader.extract('<p>').catch(name), await reader.extract('<p>').catch(name)];
  });
  expect(names).toEqual(['Crashed', 'Crashed']);
  expect(started).toBe(2);
});

test('rejects if the worker cannot be loaded', async ({ page, expected }) => {
  expected.push(/Failed to load resource/, /missing\.js/);
  const name = await page.evaluate(() => createReader({ workerUrl: 'missing.js' }).extract('<p>').catch((error) => error.name));
  expect(name).toBe('LoadFailed');
});

test('rejects pending calls when it is closed', async ({ page }) => {
  const names = await page.evaluate(async (html) => {
    const reader = createReader();
    const name = (/** @type {Error} */ error) => error.name;
    const reads = [reader.extract(html).catch(name), reader.extract(html).catch(name)];
    reader.close();
    return Promise.all(reads);
  }, makePage());
  expect(names).toEqual(['AbortError', 'AbortError']);
});

test('the package’s entry works in the page too', async ({ page }) => {
  const title = await page.evaluate(async (html) => {
    const recto = /** @type {typeof import('../../www/recto.js')} */ (await import(new URL('recto.js', document.baseURI).href));
    await Promise.all([recto.default(), recto.default()]);
    return { title: recto.extract(html).title, readable: recto.isReadable(html), version: recto.version() };
  }, makePage());
  expect(title).toEqual({ title: 'The winter ferry', readable: true, version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
});
