import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

const THEMES = /** @type {const} */ (['Light', 'Sepia', 'Grey', 'Dark', 'High contrast']);

for (const theme of THEMES) {
  test(`colours have sufficient contrast in ${theme.toLowerCase()}`, async ({ site, page }) => {
    await site.chooseTheme(theme);
    const contrasts = await page.evaluate(measureContrasts);
    for (const { pair, ratio, least } of contrasts) expect.soft(ratio, pair).toBeGreaterThanOrEqual(least);
    expect(contrasts.length).toBeGreaterThan(10);
  });
}

/** Computes the theme's tokens and measures the pairs that are used together. Text needs 4.5, borders and icons 3. */
function measureContrasts() {
  const probe = document.body.appendChild(document.createElement('i'));
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (/** @type {string} */ token) => {
    probe.style.setProperty('color', `var(--${token})`);
    if (!canvas) return NaN;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgrounds = ['background', 'surface'];
  const pairs = [
    ...backgrounds.flatMap((background) => ['text', 'muted', 'accent'].map((token) => ({ token, background, least: 4.5 }))),
    ...backgrounds.map((background) => ({ token: 'border', background, least: 3 })),
    { token: 'logo-recto', background: 'background', least: 3 },
    { token: 'on-accent', background: 'accent', least: 4.5 },
    { token: 'text', background: 'code-background', least: 4.5 },
    { token: 'text', background: 'highlight', least: 4.5 },
  ];
  const measured = pairs.map(({ token, background, least }) => {
    const [light = 0, dark = 0] = [luminance(token), luminance(background)].sort((a, b) => b - a);
    return { pair: `${token} on ${background}`, ratio: (light + 0.05) / (dark + 0.05), least };
  });
  probe.remove();
  return measured;
}

test('everything works with the keyboard', async ({ site, page }) => {
  const focused = () => page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.activeElement);
    return element.ariaLabel ?? (element.id || element.innerText.trim());
  });
  const order = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual(['Recto', 'Display settings', 'Paste a page', 'Open a file', 'Try a sample', 'source', 'url', 'Read']);

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.insertText(makePage({ body: '<h2 id="ice">On the ice</h2><p>The log says how thick it was.</p><h2 id="wheelhouse">In the wheelhouse</h2><p>The log is kept there, and who reads the log may ask.</p>' }));
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('https://skarvik.example/winter');
  await page.keyboard.press('Enter');
  await expect(site.title).toBeFocused();

  await site.settings.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText('112 %')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('112 %')).toBeHidden();
  await expect(site.settings).toBeFocused();

  await page.keyboard.press('n');
  await expect(site.title).toBeFocused();
  await page.keyboard.press('n');
  await expect(site.article.getByRole('heading', { name: 'On the ice' })).toBeFocused();
  await page.keyboard.press('o');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#recto-wheelhouse$/);
  await page.keyboard.press('s');
  for (let step = 0; step < 12 && (await page.evaluate(() => document.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent)) !== 'Save as'; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /^Saved as .*\.md/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('the log', { delay: 20 });
  await page.keyboard.press('Enter');
  await expect(page.getByText(/2 of \d/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('every control is large enough to click', async ({ site, page }) => {
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, input:not([type=radio]), textarea, summary, label:has([type=radio]), .site-header a, .article-header a, .article-footer a')]
        .filter((control) => control.checkVisibility())
        .map((control) => ({ control: control.outerHTML.slice(0, 80), box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ control }) => control),
    );
  await page.setViewportSize({ width: 360, height: 740 });
  await site.settings.click();
  expect(await small()).toEqual([]);
  await page.keyboard.press('Escape');
  const image = '<figure><img src="https://images.example/a.jpg" alt="The quay"><figcaption>The quay in January, from the second beacon.</figcaption></figure>';
  await site.readSource(makePage({ body: `${image}<p>The last line of the log.</p>` }), 'https://skarvik.example/winter');
  await expect(site.article.getByRole('button', { name: 'Load image' })).toBeVisible();
  expect(await small()).toEqual([]);
});

test('text at double size fits a narrow window', async ({ site, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await site.settings.click();
  for (let press = 0; press < 5; press++) await page.getByRole('button', { name: 'Larger text' }).press('Enter');
  await expect(page.getByText('200 %')).toBeVisible();
  await page.keyboard.press('Escape');
  await site.readSource(makePage());
  await expect(site.title).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
