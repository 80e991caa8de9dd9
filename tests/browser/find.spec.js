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
const lit = (page) => page.evaluate(() => [...(CSS.highlights.get('recto-find-match') ?? [])].map((range) => {
  const copy = document.createRange();
  copy.setStart(range.startContainer, range.startOffset);
  copy.setEnd(range.endContainer, range.endOffset);
  return copy.toString();
}));

for (const { words, found } of [
  { words: 'cafe', found: ['café', 'CAFÉ', 'café'] },
  { words: 'CAFÉ', found: ['café', 'CAFÉ', 'café'] },
  { words: 'karin ostby', found: [] },
  { words: 'karin østby', found: ['Karin Østby'] },
  { words: 'line break', found: ['line\n    break'] },
  { words: '  softhyphen ', found: ['soft\u00adhyphen'] },
  { words: 'of one block', found: [] },
  { words: 'straße', found: ['Straße'] },
  { words: 'Load image', found: [] },
  { words: '(', found: [] },
]) {
  test(`“${words}” is found ${found.length} times`, async ({ page }) => {
    await page.keyboard.insertText(words);
    await expect(page.getByRole('search').getByRole('status')).toHaveText(found.length > 0 ? `1 of ${found.length}` : 'No matches');
    const all = await lit(page);
    expect(all.map((text) => text.replace(/\n\s*/g, '\n    '))).toEqual(found);
  });
}

test('matches are gone through and come round, a closed part opens, and reading goes on from there', async ({ page, site }) => {
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
  expect(await lit(page)).toEqual([]);
});

test('what is selected is looked for', async ({ page, site }) => {
  await page.keyboard.press('Escape');
  await site.content.evaluate((content) => getSelection()?.selectAllChildren(/** @type {Element} */ (content.querySelector('b'))));
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find' })).toHaveValue('Ka');
});

test('another article is not searched for the old words', async ({ page, site }) => {
  await page.keyboard.insertText('café');
  await page.keyboard.press('Escape');
  await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
  await expect(site.title).toHaveText('The summer ferry');
  await expect(page.getByRole('search')).toBeHidden();
  expect(await lit(page)).toEqual([]);
});
