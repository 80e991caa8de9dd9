import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

const PAGE = makePage({
  body: `<p>The café on the quay is run by <b>Ka</b>rin Østby, whose CAFÉ has no name. In the Straße behind it is another.</p>
    <p>Over a line
    break and a soft\u00adhyphen it goes on.</p>
    <details><summary>What the log says</summary><p>Nine crossings in March, and a café again.</p></details>
    <p>The end of one</p><p>block is not the start of another.</p>`,
});

test.beforeEach(async ({ site, page }) => {
  await site.paste({ 'text/plain': PAGE });
  await expect(site.title).toBeVisible();
  await page.getByRole('button', { name: 'Find in article' }).click();
  await expect(page.getByRole('searchbox', { name: 'Find' })).toBeFocused();
});

/** @param {import('@playwright/test').Page} page */
const highlighted = (page) => page.evaluate(() => [...(CSS.highlights.get('recto-find-match') ?? [])].map((range) => {
  const copy = document.createRange();
  copy.setStart(range.startContainer, range.startOffset);
  copy.setEnd(range.endContainer, range.endOffset);
  return copy.toString();
}));

for (const { query, found } of [
  { query: 'cafe', found: ['café', 'CAFÉ', 'café'] },
  { query: 'CAFÉ', found: ['café', 'CAFÉ', 'café'] },
  { query: 'karin ostby', found: [] },
  { query: 'karin østby', found: ['Karin Østby'] },
  { query: 'line break', found: ['line\n    break'] },
  { query: '  softhyphen ', found: ['soft\u00adhyphen'] },
  { query: 'of one block', found: [] },
  { query: 'straße', found: ['Straße'] },
  { query: 'Load image', found: [] },
  { query: '(', found: [] },
]) {
  test(`“${query}” is found ${found.length} times`, async ({ page }) => {
    await page.keyboard.insertText(query);
    await expect(page.getByRole('search').getByRole('status')).toHaveText(found.length > 0 ? `1 of ${found.length}` : 'No matches');
    const all = await highlighted(page);
    expect(all.map((text) => text.replace(/\n\s*/g, '\n    '))).toEqual(found);
  });
}

test('stepping through matches wraps around, opens closed details, and closing selects the match', async ({ page, site }) => {
  await page.keyboard.insertText('café');
  const status = page.getByRole('search').getByRole('status');
  await expect(status).toHaveText('1 of 3');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('2 of 3');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('3 of 3');
  await expect(site.article.getByText('Nine crossings in March')).toBeVisible();
  await page.getByRole('button', { name: 'Next match' }).click();
  await expect(status).toHaveText('1 of 3');
  await page.getByRole('button', { name: 'Previous match' }).click();
  await expect(status).toHaveText('3 of 3');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Find in article' })).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('café');
  expect(await highlighted(page)).toEqual([]);
});

test('the selected text is the query', async ({ page, site }) => {
  await page.keyboard.press('Escape');
  await site.content.evaluate((content) => getSelection()?.selectAllChildren(/** @type {Element} */ (content.querySelector('b'))));
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find' })).toHaveValue('Ka');
});

test('opening another article closes the find bar', async ({ page, site }) => {
  await page.keyboard.insertText('café');
  await page.keyboard.press('Escape');
  await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
  await expect(site.title).toHaveText('The summer ferry');
  await expect(page.getByRole('search')).toBeHidden();
  expect(await highlighted(page)).toEqual([]);
});
