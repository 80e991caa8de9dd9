import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

/** The settings panel: the effect of each setting on the article, and that it is saved. */

/**
 * @param {import('@playwright/test').Locator} part
 * @param {string} property
 */
const styleOf = (part, property) => part.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test.beforeEach(async ({ site, page }) => {
  await site.readSource(makePage());
  await site.settings.click();
  await page.getByText('Spacing and alignment').click();
});

test('a font is loaded from this site, once it is selected', async ({ site, page }) => {
  /** @type {string[]} */
  const requested = [];
  page.on('request', (request) => requested.push(new URL(request.url()).pathname));
  for (const [font, file] of /** @type {const} */ ([['atkinson', 'atkinson-hyperlegible-next'], ['literata', 'literata']])) {
    expect(requested.filter((path) => path.includes(file))).toEqual([]);
    await page.getByRole('combobox', { name: 'Font' }).selectOption(font);
    await expect.poll(() => requested.some((path) => path.includes(file) && path.endsWith('.woff2'))).toBe(true);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate((name) => [...document.fonts].some(({ family, status }) => family.toLowerCase().includes(name) && status === 'loaded'), font)).toBe(true);
  }
  await page.getByRole('combobox', { name: 'Font' }).selectOption('mono');
  expect(await styleOf(site.content, 'font-family')).toContain('monospace');
});

for (const [button, property] of /** @type {const} */ ([
  ['Bolder text', 'font-weight'],
  ['Increase line spacing', 'line-height'],
  ['Increase letter spacing', 'letter-spacing'],
  ['Increase word spacing', 'word-spacing'],
])) {
  test(`“${button}” changes the article and is reset`, async ({ site, page }) => {
    const read = () => styleOf(site.content.locator('p').first(), property);
    const before = await read();
    await page.getByRole('button', { name: button }).click();
    expect(parseFloat(await read())).toBeGreaterThan(parseFloat(before) || 0);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    expect(await read()).toBe(before);
    await expect(page.getByText('Settings were reset.')).toBeVisible();
  });
}

test('line length and paragraph spacing change the article', async ({ site, page }) => {
  const first = site.content.locator('p').first();
  const measure = () => first.evaluate((element) => ({ width: element.getBoundingClientRect().width, gap: parseFloat(getComputedStyle(element).marginBlockEnd) }));
  const before = await measure();
  await page.getByRole('button', { name: 'Shorter lines' }).click();
  await page.getByRole('button', { name: 'Increase paragraph spacing' }).click();
  const after = await measure();
  expect(after.width).toBeLessThan(before.width);
  expect(after.gap).toBeGreaterThan(before.gap);
});

test('text is justified and hyphenated by the settings', async ({ site, page }) => {
  await page.getByText('Justified', { exact: true }).click();
  await page.getByText('Always', { exact: true }).click();
  const first = site.content.locator('p').first();
  expect(await styleOf(first, 'text-align')).toBe('justify');
  expect(await styleOf(first, 'hyphens')).toBe('auto');
});

test('a preset changes the typography, is shown as pressed, and keeps the theme', async ({ site, page }) => {
  await page.getByText('Sepia', { exact: true }).click();
  const preset = page.getByRole('button', { name: 'Dyslexia-friendly' });
  await preset.click();
  await expect(preset).toHaveAttribute('aria-pressed', 'true');
  expect(await styleOf(site.content, 'font-family')).toContain('Atkinson');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
  await page.getByRole('button', { name: 'Bolder text' }).click();
  await expect(preset).toHaveAttribute('aria-pressed', 'false');
  await page.reload();
  expect(await styleOf(site.content, 'font-family')).toContain('Atkinson');
});

test('custom colours are used, and rated by contrast', async ({ site, page }) => {
  await page.getByText('Custom', { exact: true }).click();
  await page.getByLabel('Background').fill('#102030');
  await page.getByLabel('Text', { exact: true }).fill('#203040');
  await expect(page.getByText('Contrast 1.2:1, too low')).toBeVisible();
  // The panel stays readable.
  expect(await styleOf(page.getByText('Spacing and alignment'), 'color')).toBe('rgb(255, 255, 255)');
  await page.getByLabel('Text', { exact: true }).fill('#f0f0e0');
  await expect(page.locator('.colour', { hasText: 'Text' })).toContainText(/Contrast 14\.\d:1, good/);
  expect(await styleOf(page.locator(':root'), 'background-color')).toBe('rgb(16, 32, 48)');
  expect(await styleOf(site.content, 'color')).toBe('rgb(240, 240, 224)');
  expect(await styleOf(page.getByText('Spacing and alignment'), 'color')).toBe('rgb(240, 240, 224)');
});

test('the panel says whether settings are saved', async ({ site, page }) => {
  await expect(page.getByText('Settings are saved on this device.')).toBeVisible();
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('', 'SecurityError');
      },
    });
  });
  await page.reload();
  await site.settings.click();
  await expect(page.getByText('does not allow settings to be saved')).toBeVisible();
});
