/** The extension in Chromium, by Playwright and the DevTools protocol. */

import { chromium } from '@playwright/test';

/**
 * @param {string} folder the unpacked extension
 * @returns {Promise<import('./extension.js').ExtensionDriver>}
 */
export async function startChromium(folder) {
  const context = await chromium.launchPersistentContext('', {
    executablePath: process.env.RECTO_FULL_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    locale: 'en-GB',
    args: ['--no-sandbox', '--disable-gpu', '--lang=en-GB', `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const root = new URL('/', worker.url()).href;
  const protocol = await /** @type {import('@playwright/test').Browser} */ (context.browser()).newBrowserCDPSession();

  /** @param {import('@playwright/test').Page} page */
  const targetOf = async (page) => {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    const { targetInfos } = await protocol.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    // A page's tab is another target, with the same URL and title.
    return targetInfos.find(({ url, title }) => url === targetInfo.url && title === targetInfo.title)?.targetId;
  };

  /**
   * @param {import('@playwright/test').Page} page
   * @returns {import('./extension.js').Tab}
   */
  const tab = (page) => ({
    click: async (what, ...values) => {
      const found = await page.waitForFunction(([code, given]) => (0, eval)(`(${code})`)(...given), /** @type {[string, any[]]} */ ([String(what), values]));
      await found.asElement()?.click();
    },
    url: async () => page.url(),
    // The values have the types of the function's parameters.
    run: (what, ...values) => page.evaluate(([code, given]) => (0, eval)(`(${code})`)(...given), /** @type {[string, any[]]} */ ([String(what), values])),
    press: async () => {
      await page.bringToFront();
      const targetId = await targetOf(page);
      // Missing in the types.
      const send = /** @type {(method: string, parameters: object) => Promise<unknown>} */ (/** @type {unknown} */ (protocol.send.bind(protocol)));
      await send('Extensions.triggerAction', { id: new URL(root).host, targetId });
    },
    isInFront: () => page.evaluate(() => document.visibilityState === 'visible'),
  });

  const open = async (/** @type {string} */ url) => {
    const page = await context.newPage();
    await page.goto(url);
    return tab(page);
  };
  return {
    open,
    views: async () => context.pages().filter((page) => page.url().startsWith(`${root}index.html`)).map(tab),
    options: () => open(`${root}extension/options.html`),
    stopWorker: async () => {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await page.close();
    },
    close: () => context.close(),
  };
}
