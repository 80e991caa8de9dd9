import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

test.describe('the article', () => {
  const complete = makePage({
    head: `
      <link rel="canonical" href="https://skarvik.example/winter">
      <meta property="og:site_name" content="The Skarvik Post">
      <meta name="author" content="Runa Holm">
      <meta property="article:published_time" content="2024-01-09T23:30:00-08:00">
      <meta property="article:modified_time" content="2024-01-11T08:00:00-08:00">`,
  });

  test('shows author, site, dates and reading time', async ({ site, page }) => {
    await site.readSource(complete);
    await expect(site.title).toHaveText('The winter ferry');
    const metadata = site.article.locator('.metadata');
    await expect(metadata).toContainText('Runa Holm');
    await expect(metadata).toContainText('9 January 2024');
    await expect(metadata).toContainText('Updated 11 January 2024');
    await expect(metadata).toContainText(/\d min read/);
    await expect(site.article.getByRole('link', { name: 'The Skarvik Post' })).toHaveAttribute('href', 'https://skarvik.example/winter');
    await expect(page).toHaveTitle('The winter ferry · Recto');
  });

  test('keeps its language and direction', async ({ site }) => {
    await site.readSource(makePage({ attributes: 'lang="fa" dir="rtl"' }));
    await expect(site.article).toHaveAttribute('lang', 'fa');
    await expect(site.article).toHaveAttribute('dir', 'rtl');
  });

  test('shows the dek once', async ({ site }) => {
    const dek = 'The crossing that closes when the ice will bear a horse, and opens when it will not.';
    await site.readSource(makePage({ head: `<meta name="description" content="${dek}">`, lead: `<p class="standfirst">${dek}</p>` }));
    await expect(site.article.locator('.dek')).toHaveText(dek);
    await expect(site.article.getByText(dek)).toHaveCount(1);
  });

  test('has a single title', async ({ site, page }) => {
    await site.readSource(complete);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  });

  test('keeps the outline of content that has first-level headings of its own', async ({ site }) => {
    await site.readSource(makePage({ body: '<h1>Ice</h1><p>It holds from the tenth of January in most years, and the ferry then waits at the outer quay until the channel is open again.</p><h2>Thickness</h2><p>The pilots measure it at the second beacon, twice a day, and write down what they find, whether anybody asks for it or not.</p>' }));
    await expect(site.content.getByRole('heading', { level: 2 })).toHaveText('Ice');
    await expect(site.content.getByRole('heading', { level: 3 })).toHaveText('Thickness');
  });

  test('opens links in a new tab without opener', async ({ site }) => {
    await site.readSource(makePage({ body: '<p>The log is <a href="https://skarvik.example/log">kept on a shelf</a> above the radio.</p>' }));
    const link = site.content.getByRole('link', { name: 'kept on a shelf' });
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  test('links to its footnotes, and Back returns', async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 500 });
    const note = '<hr><ol><li id="note">The second beacon, counted from the quay. <a href="#reference">Back</a></li></ol>';
    await site.readSource(makePage({ lead: '<p id="reference">The ice is measured at a beacon<a href="#note">1</a> that few people have ever seen up close.</p>', body: note }));
    await site.content.getByRole('link', { name: '1', exact: true }).click();
    await page.getByRole('link', { name: 'Show in list of footnotes' }).click();
    await expect(site.content.getByText('counted from the quay')).toBeInViewport();
    await expect(site.title).not.toBeInViewport();
    await site.back();
    await expect(site.title).toBeInViewport();

    await site.forward();
    await page.reload();
    await expect(site.content.getByText('counted from the quay')).toBeVisible();
  });

  test('has a scroll container around wide code that is keyboard accessible', async ({ site, page }) => {
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

  test('has titles on callouts', async ({ site }) => {
    const body = '<div class="admonition warning"><p class="admonition-title">Warning</p><p>Never cross the bar on the table alone.</p></div><pre><code>h = 1</code></pre><p>The last line of the log.</p>';
    await site.readSource(makePage({ body }));
    const callout = site.content.getByRole('note', { name: 'Warning' });
    await expect(callout.locator('p')).toHaveText(['Warning', 'Never cross the bar on the table alone.']);
    await expect(callout.locator('p').first()).toHaveCSS('border-inline-start-width', '0px');
  });

  test('has no tab stop on narrow code', async ({ site }) => {
    await site.readSource(makePage({ body: '<p>The formula reads:</p><pre><code>ice</code></pre><p>Nothing else is written there.</p>' }));
    await expect(site.content.locator('.scroll-container')).toHaveCount(1);
    await expect(site.content.locator('.scroll-container')).not.toHaveAttribute('tabindex');
  });
});

test('a hostile page executes nothing and sends no requests', async ({ site, page }) => {
  await site.readSource(
    makePage({
      head: `<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
        <link rel="stylesheet" href="https://evil.example/a.css"><script>globalThis.executed = true</script>`,
      body: `<p onclick="globalThis.executed = true" style="background: url(https://evil.example/b.png)">Press <b>here</b> to see how thick the ice is today.</p>
        <img src="x" onerror="globalThis.executed = true"><svg onload="globalThis.executed = true"><image href="https://evil.example/c.png"/></svg>
        <iframe src="https://evil.example/d"></iframe><video poster="https://evil.example/e.png" src="https://evil.example/f.mp4"></video>
        <picture><source srcset="https://evil.example/g.png"><img srcset="https://evil.example/h.png 2x" alt="Ice"></picture>
        <table background="https://evil.example/i.png"><tr><td>Ice</td></tr></table>
        <p>The <a href="javascript:globalThis.executed = true">log of the ice</a> is kept by the captain.</p>`,
    }),
    'https://skarvik.example/winter',
  );
  await site.content.getByText('here', { exact: true }).click();
  await site.content.getByText('log of the ice').click();
  expect(await page.evaluate(() => 'executed' in globalThis)).toBe(false);
  await expect(site.title).toHaveText('The winter ferry');
});

test.describe('copying as Markdown', () => {
  test('shows the text for manual copying if the browser denies access', async ({ site, page }) => {
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await site.readSource(makePage());
    await page.getByRole('button', { name: 'Save or copy' }).click();
    await page.getByRole('group', { name: 'Copy as' }).getByRole('button', { name: 'Markdown' }).click();
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

  test('of other hosts are loaded only with consent', async ({ site, page, expected }) => {
    expected.push(/^request to https:\/\/(images\.skarvik|cdn)\.example\//);
    /** @type {string[]} */
    const requested = [];
    await page.route(/https:\/\/(images\.skarvik|cdn)\.example\//, async (route) => {
      requested.push(`${new URL(route.request().url()).hostname} ${route.request().headers()['referer'] ?? 'no referrer'}`);
      await route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"/>' });
    });

    await site.readSource(illustrated, 'https://skarvik.example/winter');
    const imageBar = site.article.locator('.info-bar');
    await expect(imageBar).toContainText('2 images from images.skarvik.example and cdn.example are not loaded.');
    await expect(site.content.getByText('The quay in January')).toBeVisible();
    expect(requested).toEqual([]);

    await imageBar.getByRole('button', { name: 'Load images' }).click();
    for (const name of ['The quay in snow', 'The ferry']) {
      const image = site.content.getByRole('img', { name });
      await image.scrollIntoViewIfNeeded();
      await expect.poll(() => image.evaluate((element) => /** @type {HTMLImageElement} */ (element).naturalWidth)).toBeGreaterThan(0);
    }
    expect(requested.sort()).toEqual(['cdn.example no referrer', 'images.skarvik.example no referrer']);
    await expect(imageBar).toContainText('2 images from images.skarvik.example and cdn.example requested.');
    await expect(imageBar.getByRole('button')).toHaveCount(0);
  });

  test('stay blocked on the next page', async ({ site }) => {
    await site.readSource(illustrated, 'https://skarvik.example/winter');
    await expect(site.article.locator('.info-bar')).toBeVisible();
    await site.back();
    await site.readSource(illustrated.replace('The winter ferry', 'The summer ferry'), 'https://skarvik.example/summer');
    await expect(site.article.getByRole('button', { name: 'Load images' })).toBeVisible();
  });

  test('with an unresolved URL are counted, and cause no request to this site', async ({ site, page }) => {
    /** @type {string[]} */
    const requested = [];
    page.on('request', (request) => requested.push(request.url()));
    await site.readSource(makePage({ body: '<figure><img src="/quay.jpg" alt="The quay"><figcaption>The quay in January, seen from the second beacon.</figcaption></figure><p>The second beacon was built in 1911.</p>' }));
    await expect(site.title).toBeVisible();
    expect(requested.filter((url) => url.includes('quay'))).toEqual([]);
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

  test('find every article of the visit', async ({ site }) => {
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toHaveText('The winter ferry');
    await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
    await expect(site.title).toHaveText('The summer ferry');
    await site.back();
    await expect(site.title).toHaveText('The winter ferry');
    await site.forward();
    await expect(site.title).toHaveText('The summer ferry');
  });

  test('restore the scroll position', async ({ site, page }) => {
    await page.setViewportSize({ width: 360, height: 500 });
    await site.readSource(makePage());
    await site.content.getByText('The university has asked').scrollIntoViewIfNeeded();
    const position = await page.evaluate(() => scrollY);
    expect(position).toBeGreaterThan(100);
    await site.back();
    await expect(site.source).toBeVisible();
    await site.forward();
    await expect(site.title).toBeAttached();
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - position)).toBeLessThan(2);
  });

  test('include “New page”', async ({ site, page }) => {
    await site.readSource(makePage());
    await page.getByRole('link', { name: 'New page' }).click();
    await expect(site.source).toBeVisible();
    await site.back();
    await expect(site.title).toHaveText('The winter ferry');
  });

  test('work after a reload', async ({ site, page }) => {
    const source = makePage();
    await site.readSource(source, 'https://skarvik.example/winter');
    await expect(site.title).toBeVisible();
    await page.reload();
    await expect(site.title).toHaveText('The winter ferry');
    await expect(site.article.getByRole('link', { name: 'View original on skarvik.example' })).toBeVisible();
    await site.back();
    await expect(site.source).toHaveValue(source);
    await expect(site.url).toHaveValue('https://skarvik.example/winter');
  });

  test('show an error for a page that could not be saved', async ({ site, page }) => {
    await site.paste({ 'text/plain': makePage() });
    await expect(site.title).toHaveText('The winter ferry');
    await site.paste({ 'text/plain': makePage({ title: 'The summer ferry' }) });
    await expect(site.title).toHaveText('The summer ferry');
    await page.reload();
    await expect(site.title).toHaveText('The summer ferry');
    await site.back();
    await expect(site.notice).toContainText('This page is no longer available');
    await expect(site.source).toBeVisible();
  });
});

test.describe('display settings', () => {
  test('are saved', async ({ site, page }) => {
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

  test('work without storage', async ({ page, site }) => {
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
