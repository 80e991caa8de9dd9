import axe from 'axe-core';
import { expect, test } from './support/fixture.js';
import { LOGIN, page as makePage } from './support/pages.js';

/** Automated accessibility checks by axe: every view, in every theme, narrow and wide. */

/** Code with tokens of each colour. */
const CODE = '#[derive(Debug)]\nfn main() { // thick\n    let ice: u8 = 7;\n    println!("ice", true);\n}\n';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const theme of /** @type {const} */ (['Light', 'Sepia', 'Grey', 'Dark', 'High contrast'])) {
  for (const width of [360, 1280]) {
    test(`every view is accessible in ${theme.toLowerCase()} at ${width} px`, async ({ site, page }) => {
      test.slow();
      // Injected once, as the document stays the same for all views.
      await page.evaluate(axe.source);
      const check = async () => {
        // Scroll containers become tab stops a frame after they are shown.
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        const { violations } = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ['violations'] }), RULES);
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      await page.setViewportSize({ width, height: 800 });
      await site.chooseTheme(theme);
      await check();

      await site.settings.click();
      await check();
      await page.keyboard.press('Escape');

      await page.getByText('How do I get a whole page?').click();
      await site.readSource(LOGIN, 'no address');
      await check();
      await site.readSource(LOGIN, '');
      await expect(site.notice).toBeVisible();
      await check();

      await page.getByRole('button', { name: 'Try a sample' }).click();
      await expect(site.title).toBeVisible();
      await check();
      await page.keyboard.press('Shift+?');
      await check();
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.insertText('page');
      await expect(page.getByText('1 of 15')).toBeVisible();
      await check();
      await page.keyboard.press('Escape');
      for (const flow of ['Pages', 'Scrolling']) {
        await site.settings.click();
        await page.getByRole('combobox', { name: 'Layout' }).selectOption(flow);
        await page.keyboard.press('Escape');
        await check();
      }

      const image = '<figure><img src="https://images.example/a.jpg" alt="The quay"><figcaption>The quay in January, from the second beacon.</figcaption></figure>';
      const callouts = ['note', 'tip', 'important', 'warning', 'caution'].map((kind) => `<div class="markdown-alert markdown-alert-${kind}"><p>Ask before you cross the bar.</p></div>`).join('');
      await site.paste({ 'text/plain': makePage({ body: `${image}${callouts}<pre><code class="language-rust">${CODE}${'ice '.repeat(200)}</code></pre><p>The last line of the log<sup id="r"><a href="#n">1</a></sup>.</p><ol><li id="n">It is in pencil. <a href="#r">↩</a></li></ol>` }) });
      await expect(site.title).toHaveText('The winter ferry');
      await expect(site.content.locator('.hl-comment')).toBeVisible();
      await check();

      await site.content.locator('[role="doc-noteref"]').click();
      await expect(page.getByRole('dialog', { name: 'Footnote' })).toBeVisible();
      await check();
    });
  }
}
