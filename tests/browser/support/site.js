/**
 * Page object of the site: locators of its parts, and methods that give it a page.
 */

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ name: string, mimeType?: string, buffer: Buffer }} SavedFile
 */

export class Site {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.source = page.getByLabel('Page source');
    this.url = page.getByLabel('Page URL');
    this.read = page.getByRole('button', { name: 'Read', exact: true });
    this.article = page.locator('recto-article article');
    this.title = this.article.getByRole('heading', { level: 1 });
    this.content = this.article.locator('.content');
    this.notice = page.locator('recto-notice');
    this.progressBar = page.locator('recto-progress-bar');
    this.settings = page.getByRole('button', { name: 'Display settings' });
  }

  /** The Back button. Both views are one document, and not every driver notices such navigations. */
  async back() {
    await this.#traverse(-1);
  }

  async forward() {
    await this.#traverse(1);
  }

  /** @param {number} steps */
  async #traverse(steps) {
    await this.page.evaluate(async (delta) => {
      const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      history.go(delta);
      await arrived;
    }, steps);
  }

  /**
   * Fires a paste event on the focused element.
   *
   * @param {Record<string, string>} data by MIME type
   */
  async paste(data) {
    await this.page.evaluate((entries) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of entries) clipboardData.setData(type, value);
      const target = document.activeElement ?? document.body;
      // In Firefox a synthetic ClipboardEvent has no data.
      const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
      target.dispatchEvent(event);
    }, Object.entries(data));
  }

  /**
   * Fires the events of a drag and drop.
   *
   * @param {{ data?: Record<string, string>, file?: SavedFile }} dropped
   */
  async drop({ data = {}, file }) {
    const bytes = file ? { name: file.name, type: file.mimeType ?? '', base64: file.buffer.toString('base64') } : null;
    await this.page.evaluate(
      ({ entries, bytes }) => {
        const dataTransfer = new DataTransfer();
        for (const [type, value] of entries) dataTransfer.setData(type, value);
        if (bytes) {
          const content = Uint8Array.from(atob(bytes.base64), (character) => character.charCodeAt(0));
          dataTransfer.items.add(new File([content], bytes.name, { type: bytes.type }));
        }
        const target = document.querySelector('main') ?? document.body;
        for (const type of ['dragenter', 'dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      },
      { entries: Object.entries(data), bytes },
    );
  }

  /** @param {SavedFile} file */
  async open({ name, mimeType = 'text/html', buffer }) {
    await this.page.getByLabel('Saved page').setInputFiles({ name, mimeType, buffer });
  }

  /**
   * Enters a page's source, and its URL if given, and reads it.
   *
   * @param {string} html
   * @param {string} [url]
   */
  async readSource(html, url) {
    await this.source.fill(html);
    if (url !== undefined) await this.url.fill(url);
    await this.read.click();
  }

  /** @param {'Auto' | 'Light' | 'Sepia' | 'Grey' | 'Dark' | 'High contrast' | 'Custom'} name */
  async chooseTheme(name) {
    await this.settings.click();
    await this.page.getByText(name, { exact: true }).click();
    await this.page.keyboard.press('Escape');
  }
}
