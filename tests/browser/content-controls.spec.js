import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

/** Controls in the content: footnotes, images, copy buttons of code. */

const WITH_FOOTNOTE = `<p>The log begins in 1987<sup id="ref1"><a href="#note1">1</a></sup>, when the second beacon was new, and it has never been copied by hand since.</p>
<ol><li id="note1">The first page is lost; the captain began anew in March. <a href="#ref1">↩</a></li></ol>`;

test('a reference opens its footnote in a popover that returns the focus', async ({ site, page }) => {
  await site.readSource(makePage({ body: WITH_FOOTNOTE }));
  const reference = site.content.locator('[role="doc-noteref"]');
  const note = page.getByRole('dialog', { name: 'Footnote' });
  await expect(note).toBeHidden();
  await reference.focus();
  await page.keyboard.press('Enter');
  await expect(note).toBeVisible();
  await expect(note).toContainText('The first page is lost');
  await expect(note.locator('[role="doc-backlink"]')).toHaveCount(0);
  await expect(note).toBeInViewport({ ratio: 1 });
  expect(page.url()).not.toContain('recto-fn');
  await page.keyboard.press('Escape');
  await expect(note).toBeHidden();
  await expect(reference).toBeFocused();

  await reference.click();
  await note.getByRole('link', { name: 'Show in list of footnotes' }).click();
  await expect(note).toBeHidden();
  expect(page.url()).toContain('#recto-fn-1');
  await expect(site.content.locator('#recto-fn-1')).toBeInViewport();
});

test('an image is enlarged with its caption, and closed by keyboard', async ({ site, page }) => {
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await expect(site.title).toBeVisible();
  const image = site.content.getByRole('button').filter({ has: page.locator('img') }).first();
  const caption = await site.content.locator('figcaption').first().innerText();
  await image.focus();
  await page.keyboard.press('Enter');
  const large = page.getByRole('dialog', { name: 'Image' });
  await expect(large).toBeVisible();
  await expect(large.locator('.caption')).toHaveText(caption);
  await expect(large.getByRole('img').last()).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
  await expect(image).toBeFocused();
});

const CODE = 'fn main() {\n\n\tprintln!("ice: {}", 7); // thick\n}';

test('code in a known language is highlighted without changes, and copied', async ({ site, page, context }, testInfo) => {
  const requested = page.waitForRequest(/cdn-assets\/rust/);
  await site.readSource(makePage({ body: `<pre><code class="language-rust">${CODE}</code></pre><p>A line between the two, about the ice.</p><pre><code>plain text, no language</code></pre><p>The last line.</p>` }));
  await requested;
  const rust = site.content.locator('pre').first();
  await expect(rust.locator('.hl-keyword').first()).toHaveText('fn');
  await expect(rust.locator('.hl-comment')).toHaveText('// thick');
  expect((await rust.textContent())?.trimEnd()).toBe(CODE);
  await expect(site.content.locator('pre').nth(1).locator('span')).toHaveCount(0);

  if (testInfo.project.name !== 'firefox') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copy = site.content.getByRole('button', { name: 'Copy' }).first();
  await copy.click();
  await expect(site.content.getByRole('button', { name: 'Copied' })).toBeVisible();
  if (testInfo.project.name !== 'firefox') expect((await page.evaluate(() => navigator.clipboard.readText())).trimEnd()).toBe(CODE);
});

test('an article without code does not load the highlighter', async ({ site, page }) => {
  /** @type {string[]} */
  const requested = [];
  page.on('request', (request) => requested.push(request.url()));
  await site.readSource(makePage());
  await expect(site.title).toBeVisible();
  expect(requested.filter((address) => address.includes('highlight') || address.includes('cdn-assets'))).toEqual([]);
});
