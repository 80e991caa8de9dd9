import { expect, test } from './support/fixture.js';
import { page as story } from './support/pages.js';

const HEADINGS = `<h2>By day</h2><p>The ferry is full of crates, and the crew sits on them.</p><p>${'The ice sings. '.repeat(600)}</p><h2>By night</h2><p>${'Nobody counts the crossings. '.repeat(300)}</p>`;

test.beforeEach(async ({ site }) => {
  await site.readSource(story({ body: HEADINGS }));
  await expect(site.title).toBeVisible();
});

test('a question mark shows the shortcuts, and Escape closes them', async ({ page }) => {
  await page.keyboard.press('Shift+?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list).toBeVisible();
  await expect(list).toContainText('Next heading');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('shortcuts go to the next and previous heading', async ({ page, site }) => {
  const heading = (/** @type {string} */ name) => site.content.getByRole('heading', { name });
  await page.keyboard.press('n');
  await expect(heading('By day')).toBeFocused();
  await page.keyboard.press('n');
  await expect(heading('By night')).toBeFocused();
  await expect(heading('By night')).toBeInViewport();
  await page.keyboard.press('p');
  await expect(heading('By day')).toBeFocused();
  await page.keyboard.press('p');
  await expect(site.title).toBeFocused();
});

test('shortcuts open the toolbar’s menus and change the text size', async ({ page }) => {
  await page.keyboard.press('o');
  await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(page.getByRole('group', { name: 'Save or copy' })).toBeVisible();
  await page.keyboard.press('Escape');
  const scale = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--text-scale'));
  await page.keyboard.press('+');
  expect(await scale()).toBe('1.12');
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  expect(await scale()).toBe('0.9');
});

test('single-key shortcuts can be turned off permanently', async ({ page, site }) => {
  await page.keyboard.press('Shift+?');
  await page.getByRole('group', { name: 'Single-key shortcuts' }).getByText('Off').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(site.content.getByRole('heading', { name: 'By day' })).not.toBeFocused();
  await page.reload();
  await expect(site.title).toBeVisible();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await site.settings.click();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('shortcuts do not work while typing', async ({ page, site }) => {
  await site.back();
  await site.source.focus();
  await page.keyboard.type('no?');
  await expect(page.getByRole('dialog')).toBeHidden();
});
