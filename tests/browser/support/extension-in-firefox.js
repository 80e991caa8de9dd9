/** The extension in Firefox, by WebDriver BiDi, which gives access to the browser's windows too. */

import puppeteer from 'puppeteer-core';

/** From the manifest. */
const ID = 'recto@recto-reader';

/**
 * @param {string} file the packed extension
 * @param {{ allowed: boolean }} as
 * @returns {Promise<import('./extension.js').ExtensionDriver>}
 */
export async function startFirefox(file, { allowed }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.RECTO_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: true,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextOptionalPermissionPrompts': !allowed, 'intl.accept_languages': 'en-GB', 'intl.locale.requested': 'en-GB' },
  });
  await browser.installExtension(file);

  /** Puppeteer has no public API for the extension's pages and the browser's windows. */
  const { connection } = /** @type {{ connection: { send(method: string, parameters: object): Promise<{ result: any }> } }} */ (/** @type {unknown} */ (browser));
  const send = async (/** @type {string} */ method, /** @type {object} */ parameters) => (await connection.send(method, parameters)).result;

  /**
   * @param {string} context
   * @param {string} code
   * @param {unknown[]} values
   */
  const call = async (context, code, values) => {
    const answer = await send('script.callFunction', {
      target: { context },
      awaitPromise: true,
      functionDeclaration: `async (values) => JSON.stringify((await (${code})(...JSON.parse(values))) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(values) }],
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result.value);
  };
  const window = async () => (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts[0].context;
  const inWindow = async (/** @type {string} */ code) => call(await window(), code, []);

  /** @returns {Promise<{ context: string, url: string }[]>} */
  const pages = async () => (await send('browsingContext.getTree', {})).contexts;
  const root = await inWindow(`() => WebExtensionPolicy.getByID('${ID}').getURL('')`);

  /**
   * @param {string} context
   * @returns {import('./extension.js').Tab}
   */
  const tab = (context) => ({
    click: async (what, ...values) => {
      await send('browsingContext.activate', { context });
      const { result } = await send('script.callFunction', {
        target: { context },
        awaitPromise: true,
        functionDeclaration: `async (values) => {
          for (let wait = 0; wait < 600; wait++) {
            const found = (${what})(...JSON.parse(values));
            if (found) {
              found.scrollIntoView({ block: 'center' });
              return found;
            }
            await new Promise((done) => setTimeout(done, 100));
          }
        }`,
        arguments: [{ type: 'string', value: JSON.stringify(values) }],
      });
      if (!result?.sharedId) throw new Error(`nothing to click on: ${what}`);
      const origin = { type: 'element', element: { sharedId: result.sharedId } };
      const actions = [{ type: 'pointerMove', x: 0, y: 0, origin }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
      await send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    url: async () => (await pages()).find((page) => page.context === context)?.url ?? '',
    run: (what, ...values) => call(context, String(what), values),
    press: async () => {
      await send('browsingContext.activate', { context });
      await inWindow(`() => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const extension = ExtensionParent.GlobalManager.getExtension('${ID}');
        ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
      }`);
    },
    isInFront: () => call(context, `() => document.visibilityState === 'visible'`, []),
  });

  const open = async (/** @type {string} */ url) => {
    const { context } = await send('browsingContext.create', { type: 'tab' });
    await send('browsingContext.navigate', { context, url, wait: 'complete' });
    return tab(context);
  };
  return {
    open,
    views: async () => (await pages()).filter(({ url }) => url.startsWith(`${root}index.html`)).map(({ context }) => tab(context)),
    options: () => open(`${root}extension/options.html`),
    stopWorker: () => inWindow(`async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      await ExtensionParent.GlobalManager.getExtension('${ID}').terminateBackground();
    }`),
    close: () => browser.close(),
  };
}
