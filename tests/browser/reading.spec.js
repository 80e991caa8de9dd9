import { expect, test } from './support/fixture.js';
import { IN_ARTICLE, page as makePage } from './support/pages.js';

test.describe('the article', () => {
  const complete = makePage({
    head: `
      <link rel="canonical" href="https://skarvik.example/winter">
      <meta property="og:site_name" content="The Skarvik Post">
      <meta name="author" content="Runa Holm">
      <meta property="article:published_time" content="2024-01-09T23:30:00-08:00">
      <meta property="article:modified_time" content="2024-01-11T08:00:00-08:00">`,
  });

  test('says who wrote what, where, when, and how long it takes', async ({ site, page }) => {
    await site.readSource(complete);
    await expect(site.title).toHaveText('The winter ferry');
    const facts = site.article.locator('.facts');
    await expect(facts).toContainText('Runa Holm');
    await expect(facts).toContainText('9 January 2024');
    await expect(facts).toContainText('Updated 11 January 2024');
    await expect(facts).toContainText(/\d min read/);
    await expect(site.article.getByRole('link', { name: 'The Skarvik Post' })).toHaveAttribute('href', 'https://skarvik.example/winter');
    await expect(page).toHaveTitle('The winter ferry · Recto');
  });

  test('keeps its language and direction', async ({ site }) => {
    await site.readSource(makePage({ attributes: 'lang="fa" dir="rtl"' }));
    await expect(site.article).toHaveAttribute('lang', 'fa');
    await expect(site.article).toHaveAttribute('dir', 'rtl');
  });

  test('has one title, whatever the page has', async ({ site, page }) => {
    await site.readSource(complete);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });

  test('opens links in a tab of their own that knows nothing of this one', async ({ site }) => {
    await site.readSource(makePage({ body: '<p>The log is <a href="https://skarvik.example/log">kept on a shelf</a> above the radio.</p>' }));
    const link = site.content.getByRole('link', { name: 'kept on a shelf' });
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  test('lets wide code scroll in its own box, with the keyboard too', async ({ site, page }) => {
    const code = 'ice.thickness '.repeat(60);
    await page.setViewportSize({ width: 360, height: 740 });
    await site.readSource(makePage({ body: `<p>The formula reads:</p><pre><code>${code}</code></pre><p>Nothing else is written there.</p>` }));
    const box = page.getByRole('group', { name: 'Code' });
    await box.focus();
    await expect(box).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('gives narrow code no stop of its own', async ({ site }) => {
    await site.readSource(makePage({ body: '<p>The formula reads:</p><pre><code>ice</code></pre><p>Nothing else is written there.</p>' }));
    await expect(site.content.locator('.scroll-box')).toHaveCount(1);
    await expect(site.content.locator('.scroll-box')).not.toHaveAttribute('tabindex');
  });
});

test.describe('copying as Markdown', () => {
  test('puts the article on the clipboard and says so', async ({ site, page, context, browserName }) => {
    test.skip(browserName === 'firefox', 'Firefox lets no test read its clipboard.');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await site.readSource(makePage(), 'https://skarvik.example/winter');
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'on the clipboard' })).toBeAttached();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# The winter ferry\n\n.*<https:\/\/skarvik\.example\/winter>\n\n/);
    expect(copied).toContain(IN_ARTICLE);
  });

  test('offers the text for copying by hand where the browser refuses', async ({ site, page }) => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await site.readSource(makePage());
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    const text = page.getByRole('dialog').getByRole('textbox');
    await expect(text).toHaveValue(/# The winter ferry/);
    await expect(text).toBeFocused();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test.describe('images', () => {
  const illustrated = makePage({
    body: `
      <figure><img src="https://images.skarvik.example/quay.svg" alt="The quay in snow" width="600" height="400"><figcaption>The quay in January, seen from the second beacon.</figcaption></figure>
      <p>The second beacon was built in 1911 and has been moved once since then, by the ice and not by the harbour board.</p>
      <figure><img src="https://cdn.example/ferry.svg" srcset="https://cdn.example/ferry.svg 1x, https://cdn.example/ferry-2x.svg 2x" alt="The ferry" width="600" height="400"><figcaption>The ferry leaves at nine, as it does on every weekday.</figcaption></figure>
      <p>On Sundays it leaves at ten, and in the last week of the year it does not leave at all.</p>`,
  });

  test('of other hosts are loaded only when the reader asks', async ({ site, page, expected }) => {
    expected.push(/^request to https:\/\/(images\.skarvik|cdn)\.example\//);
    /** @type {string[]} */
    const asked = [];
    await page.route(/https:\/\/(images\.skarvik|cdn)\.example\//, async (route) => {
      asked.push(`${new URL(route.request().url()).hostname} ${route.request().headers()['referer'] ?? 'no referrer'}`);
      await route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>' });
    });

    await site.readSource(illustrated, 'https://skarvik.example/winter');
    const remark = site.article.locator('.remark');
    await expect(remark).toContainText('2 images from images.skarvik.example and cdn.example are not loaded.');
    await expect(site.content.getByText('The quay in January')).toBeVisible();
    expect(asked).toEqual([]);

    await remark.getByRole('button', { name: 'Load images' }).click();
    for (const name of ['The quay in snow', 'The ferry']) {
      const image = site.content.getByRole('img', { name });
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((element) => /** @type {HTMLImageElement} */ (element).naturalWidth)).toBeGreaterThan(0);
    }
    expect(asked.sort()).toEqual(['cdn.example no referrer', 'images.skarvik.example no referrer']);
    await expect(remark).toContainText('2 images from images.skarvik.example and cdn.example were asked for.');
    await expect(remark.getByRole('button')).toHaveCount(0);
  });

  test('stay unloaded on the next page', async ({ site, page }) => {
    await site.readSource(illustrated, 'https://skarvik.example/winter');
    await expect(site.article.locator('.remark')).toBeVisible();
    await site.back();
    await site.readSource(illustrated.replace('The winter ferry', 'The summer ferry'), 'https://skarvik.example/summer');
    await expect(site.article.getByRole('button', { name: 'Load images' })).toBeVisible();
  });

  test('without a place are counted, and ask this site for nothing', async ({ site, page }) => {
    /** @type {string[]} */
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await site.readSource(makePage({ body: '<figure><img src="/quay.jpg" alt="The quay"><figcaption>The quay in January, seen from the second beacon.</figcaption></figure><p>The second beacon was built in 1911.</p>' }));
    await expect(site.title).toBeVisible();
    expect(asked.filter((url) => url.includes('quay'))).toEqual([]);
  });
});

test.describe('Back and Forward', () => {
  test('move between the page’s source and the article', async ({ site, page }) => {
    await site.readSource(makePage());
    await expect(site.title).toBeVisible();
    expect(await page.evaluate(() => location.hash)).toBe('#read');

    await site.back();
    await expect(site.source).toBeVisible();
    await expect(site.article).toBeHidden();
    await expect(page).toHaveTitle('Recto');

    await site.forward();
    await expect(site.title).toHaveText('The winter ferry');
    await expect(site.source).toBeHidden();
  });

  test('find every article of the visit', async ({ site, page }) => {
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toHaveText('The winter ferry');
    await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
    await expect(site.title).toHaveText('The summer ferry');
    await site.back();
    await expect(site.title).toHaveText('The winter ferry');
    await site.forward();
    await expect(site.title).toHaveText('The summer ferry');
  });

  test('return to where the reader was', async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 500 });
    await site.readSource(makePage());
    await site.content.getByText('The university has asked').scrollIntoViewIfNeeded();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(100);
    await site.back();
    await expect(site.source).toBeVisible();
    await site.forward();
    await expect(site.title).toBeAttached();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
  });

  test('are what “New page” adds to', async ({ site, page }) => {
    await site.readSource(makePage());
    await page.getByRole('link', { name: 'New page' }).click();
    await expect(site.source).toBeVisible();
    await site.back();
    await expect(site.title).toHaveText('The winter ferry');
  });

  test('take a reload without losing the page', async ({ site, page }) => {
    const source = makePage();
    await site.readSource(source, 'https://skarvik.example/winter');
    await expect(site.title).toBeVisible();
    await page.reload();
    await expect(site.title).toHaveText('The winter ferry');
    await expect(site.article.getByRole('link', { name: 'Read the original at skarvik.example' })).toBeVisible();
    await site.back();
    await expect(site.source).toHaveValue(source);
    await expect(site.address).toHaveValue('https://skarvik.example/winter');
  });

  test('to a page that could not be kept say so', async ({ site, page }) => {
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toHaveText('The winter ferry');
    await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
    await expect(site.title).toHaveText('The summer ferry');
    await page.reload();
    await expect(site.title).toHaveText('The summer ferry');
    await site.back();
    await expect(site.notice).toContainText('That page is no longer here');
    await expect(site.source).toBeVisible();
  });
});

test.describe('theme and text size', () => {
  test('are remembered', async ({ site, page }) => {
    await site.settings.click();
    await page.getByText('Sepia', { exact: true }).click();
    await page.getByRole('button', { name: 'Larger text' }).click();
    await expect(page.getByText('112 %')).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'sepia');
    await site.settings.click();
    await expect(page.getByRole('radio', { name: 'Sepia' })).toBeChecked();
    await expect(page.getByText('112 %')).toBeVisible();
  });

  test('change the article’s text', async ({ site, page }) => {
    await site.readSource(makePage());
    const size = () => site.content.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await site.settings.click();
    await page.getByRole('button', { name: 'Larger text' }).click();
    expect(await size()).toBeCloseTo(before * 1.12, 1);
  });

  test('stop at the ends of the scale and keep the focus', async ({ site, page }) => {
    await site.settings.click();
    const smaller = page.getByRole('button', { name: 'Smaller text' });
    for (let press = 0; press < 4; press++) await smaller.press('Enter');
    await expect(page.getByText('80 %')).toBeVisible();
    await expect(smaller).toHaveAttribute('aria-disabled', 'true');
    await expect(smaller).toBeFocused();
  });

  test('work where the browser keeps nothing', async ({ page, site }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, {
          get() {
            throw new DOMException('', 'SecurityError');
          },
        });
      }
    });
    await page.reload();
    await site.chooseTheme('Dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await site.readSource(makePage());
    await expect(site.title).toHaveText('The winter ferry');
  });
});
