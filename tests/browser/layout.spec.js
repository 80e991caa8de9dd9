import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

/** Paged layout, line focus and link status. */

const SECTIONS = Array.from({ length: 12 }, (_, place) => `<h2>Crossing ${place + 1}</h2>
  <p>On crossing ${place + 1} the ice at the second beacon was ${place + 20} centimetres thick, and the captain wrote it down in pencil, as she always does.</p>
  <p>The dogs were on board, the wind stood in the east, and nobody who had a seat near the stove of the lower deck gave it up before the quay. <a href="https://skarvik.example/log/${place + 1}">Entry ${place + 1} of the log</a></p>`);

const LONG = makePage({ body: SECTIONS.join('\n') });

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('./support/site.js').Site} site
 * @param {string} name
 */
async function chooseLayout(page, site, name) {
  await site.settings.click();
  await page.getByRole('combobox', { name: 'Layout' }).selectOption(name);
  await page.keyboard.press('Escape');
}

/** @param {import('@playwright/test').Locator} part */
const isInView = (part) => part.evaluate((element) => {
  const { left, right, top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
});

/** @param {import('@playwright/test').Page} page */
async function pageNumbers(page) {
  const [number = '', count = ''] = (await page.locator('recto-page-bar output').innerText()).match(/\d+/g) ?? [];
  return { number: Number(number), count: Number(count) };
}

test.describe('pages', () => {
  test.beforeEach(async ({ page, site }) => {
    await page.setViewportSize({ width: 1000, height: 700 });
    await site.paste({ 'text/plain': LONG });
    await expect(site.title).toHaveText('The winter ferry');
    await chooseLayout(page, site, 'Pages');
    await expect(page.getByText('Page 1 of')).toBeVisible();
    await site.title.focus();
  });

  test('are turned with keys, buttons and the wheel, and contain the whole article', async ({ page, site }) => {
    const { count } = await pageNumbers(page);
    expect(count).toBeGreaterThan(3);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Page 2 of')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByText('Page 3 of')).toBeVisible();
    await page.keyboard.press('Shift+Space');
    await page.keyboard.press('PageUp');
    await expect(page.getByText('Page 1 of')).toBeVisible();
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(page.getByText('Page 2 of')).toBeVisible();
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, 120);
    await expect(page.getByText('Page 3 of')).toBeVisible();
    await page.keyboard.press('End');
    await expect(page.getByText(`Page ${count} of ${count}`)).toBeVisible();
    expect(await isInView(site.article.getByRole('link', { name: 'Entry 12 of the log' }))).toBe(true);
    await expect(page.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true');

    // No paragraph is cut at the edge of a page.
    await page.keyboard.press('Home');
    const cut = await site.article.evaluate((article) => {
      const { left, width, top, bottom } = article.getBoundingClientRect();
      return [...article.querySelectorAll('p, h1, h2')].flatMap((part) => [...part.getClientRects()])
        .filter((box) => box.top < top - 1 || box.bottom > bottom + 1 || (box.left - left) % width < 1 || (box.right - left) % width > width - 1).length;
    });
    expect(cut).toBe(0);
  });

  test('scroll to a heading of the outline, to a focused link, and to a match', async ({ page, site }) => {
    await page.getByRole('button', { name: 'Contents' }).click();
    await page.getByRole('link', { name: 'Crossing 9' }).click();
    await expect.poll(() => isInView(site.article.getByRole('heading', { name: 'Crossing 9' }))).toBe(true);
    await site.article.getByRole('link', { name: 'Entry 2 of the log' }).focus();
    await expect.poll(() => isInView(site.article.getByRole('link', { name: 'Entry 2 of the log' }))).toBe(true);
    await page.keyboard.press('/');
    await page.keyboard.insertText('crossing 11 the ice');
    await expect(page.getByText('1 of 1')).toBeVisible();
    await expect.poll(() => isInView(site.article.getByRole('heading', { name: 'Crossing 11' }))).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect.poll(() => isInView(site.article.getByRole('heading', { name: 'Crossing 12' }))).toBe(true);
  });

  test('keep the position when the window or the layout changes, and on reload', async ({ page, site }) => {
    const heading = site.article.getByRole('heading', { name: 'Crossing 7' });
    await page.getByRole('button', { name: 'Contents' }).click();
    await page.getByRole('link', { name: 'Crossing 7' }).click();
    await expect.poll(() => isInView(heading)).toBe(true);
    await expect.poll(() => page.evaluate(() => history.state?.position?.page)).toBeGreaterThan(1);
    const { number } = await pageNumbers(page);
    await page.reload();
    await expect(page.getByText(`Page ${number} of`)).toBeVisible();
    await page.setViewportSize({ width: 700, height: 900 });
    const near = () => site.article.evaluate((article) => {
      const shown = [...article.querySelectorAll('h2')].filter((part) => { const { left, right } = part.getBoundingClientRect(); return left >= 0 && right <= innerWidth; });
      return shown.map((part) => Math.abs(Number(part.textContent?.replace(/\D/g, '')) - 7)).some((far) => far <= 1);
    });
    await expect.poll(near).toBe(true);
    await chooseLayout(page, site, 'Scrolling');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500);
  });

  test('have two columns in a wide window', async ({ page, site }) => {
    await page.setViewportSize({ width: 1280, height: 700 });
    await chooseLayout(page, site, 'Two-column pages');
    const columns = () => site.article.evaluate((article) => new Set([...article.querySelectorAll('p')].flatMap((part) => [...part.getClientRects()]).filter(({ left, right }) => left >= 0 && right <= innerWidth).map(({ left }) => Math.round(left))).size);
    await expect.poll(columns).toBe(2);
    await page.setViewportSize({ width: 600, height: 700 });
    await expect.poll(columns).toBe(1);
  });

  test('are mirrored in a right-to-left language', async ({ page, site }) => {
    const sentence = 'كانت العبارة تغادر الميناء في التاسعة من كل صباح، وتعود قبل أن يحل الظلام على الجليد. ';
    await site.paste({ 'text/plain': makePage({ title: 'عبارة الشتاء', attributes: 'lang="ar" dir="rtl"', body: Array.from({ length: 40 }, (_, place) => `<p>${place} ${sentence.repeat(5)}</p>`).join('') }) });
    await expect(site.title).toHaveText('عبارة الشتاء');
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByText('Page 2 of')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('Page 1 of')).toBeVisible();
    await page.keyboard.press('End');
    await expect.poll(async () => {
      const { number, count } = await pageNumbers(page);
      return count - number;
    }).toBe(0);
  });
});

/** @param {import('@playwright/test').Page} page */
const focusedLines = (page) => page.evaluate(() => {
  const [above, below] = [...document.querySelectorAll('recto-line-focus > div')].map((overlay) => overlay.getBoundingClientRect());
  const line = parseFloat(getComputedStyle(/** @type {Element} */ (document.querySelector('.content p'))).lineHeight);
  return above && below ? (below.top - above.bottom) / line : 0;
});

for (const { name, least, most } of [{ name: 'Focus: 1 line', least: 0.6, most: 1.4 }, { name: 'Focus: 3 lines', least: 2.6, most: 6.5 }, { name: 'Focus: 5 lines', least: 4.6, most: 9 }]) {
  test(`${name}: other lines are dimmed, and arrow keys move by a line`, async ({ page, site }) => {
    await site.paste({ 'text/plain': LONG });
    await expect(site.title).toBeVisible();
    await chooseLayout(page, site, name);
    await expect(page.locator('recto-line-focus > div').last()).toBeVisible();
    const focusEnd = () => page.evaluate(() => (document.querySelector('recto-line-focus > div:last-child')?.getBoundingClientRect().top ?? 0) + scrollY);
    let before = -1;
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('ArrowDown');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const end = await focusEnd();
      expect(end).toBeGreaterThan(before);
      before = end;
      if (step > 12) {
        const lines = await focusedLines(page);
        expect(lines).toBeGreaterThan(least);
        expect(lines).toBeLessThan(most);
      }
    }
    await page.keyboard.press('ArrowUp');
    await expect.poll(focusEnd).toBeLessThan(before);
    const last = site.article.getByRole('link', { name: 'Entry 12 of the log' });
    await last.scrollIntoViewIfNeeded();
    const [box, text] = [await last.boundingBox(), await site.content.boundingBox()];
    await page.mouse.click((text?.x ?? 0) + 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect.poll(() => last.evaluate((element) => {
      const [above, below] = [...document.querySelectorAll('recto-line-focus > div')].map((overlay) => overlay.getBoundingClientRect());
      const { top, bottom } = element.getBoundingClientRect();
      return (top + bottom) / 2 > (above?.bottom ?? 0) && (top + bottom) / 2 < (below?.top ?? 0);
    })).toBe(true);
    await chooseLayout(page, site, 'Scrolling');
    await expect(page.locator('recto-line-focus > div').last()).toBeHidden();
  });
}

test('what is focused or found is in the focused lines', async ({ page, site }) => {
  await site.paste({ 'text/plain': LONG });
  await expect(site.title).toBeVisible();
  await chooseLayout(page, site, 'Focus: 1 line');
  const isFocused = (/** @type {import('@playwright/test').Locator} */ part) => part.evaluate((element) => {
    const [above, below] = [...document.querySelectorAll('recto-line-focus > div')].map((overlay) => overlay.getBoundingClientRect());
    const { top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return middle > (above?.bottom ?? 0) && middle < (below?.top ?? 0);
  });
  const link = (/** @type {number} */ place) => site.article.getByRole('link', { name: `Entry ${place} of the log` });
  await link(1).focus();
  await expect.poll(() => isFocused(link(1))).toBe(true);
  for (const place of [2, 3, 4]) {
    await page.keyboard.press('Tab');
    await expect(link(place)).toBeFocused();
    await expect.poll(() => isFocused(link(place))).toBe(true);
  }
  await site.title.focus();
  for (const name of ['Crossing 1', 'Crossing 2', 'Crossing 3']) {
    await page.keyboard.press('n');
    await expect.poll(() => isFocused(site.article.getByRole('heading', { name, exact: true }))).toBe(true);
  }
  await page.keyboard.press('/');
  await page.keyboard.insertText('Entry 9 of');
  await expect.poll(() => isFocused(link(9))).toBe(true);
});

test('a link’s URL is shown while it has keyboard focus', async ({ page, site }) => {
  await site.paste({ 'text/plain': LONG });
  await expect(site.title).toBeFocused();
  const address = page.locator('recto-link-status');
  await expect(address).toBeHidden();
  const first = site.article.getByRole('link', { name: 'Entry 1 of the log' });
  await first.focus();
  await page.keyboard.press('Tab');
  await expect(address).toHaveText('skarvik.example/log/2');
  const [link, bar] = [await page.locator(':focus').boundingBox(), await address.boundingBox()];
  expect((link?.y ?? 0) + (link?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
  await page.keyboard.press('Shift+Tab');
  await expect(address).toHaveText('skarvik.example/log/1');
  await site.settings.focus();
  await expect(address).toBeHidden();
});
