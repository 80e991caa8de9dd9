/**
 * The site as a test's reader sees it: its parts by their names, and the ways to give it a page.
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
    this.address = page.getByLabel('Page URL');
    this.read = page.getByRole('button', { name: 'Read', exact: true });
    this.article = page.locator('recto-article article');
    this.title = this.article.getByRole('heading', { level: 1 });
    this.content = this.article.locator('.content');
    this.notice = page.locator('recto-notice');
    this.busy = page.locator('recto-progress-bar');
    this.settings = page.getByRole('button', { name: 'Display settings' });
  }

  /** The Back and Forward buttons. Both views are one document, and not every driver sees such a move end. */
  async back() {
    await this.#travel(-1);
  }

  async forward() {
    await this.#travel(1);
  }

  /** @param {number} steps */
  async #travel(steps) {
    await this.page.evaluate(async (delta) => {
      const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
      history.go(delta);
      await arrived;
    }, steps);
  }

  /**
   * A paste as the browser delivers it, into whatever has the focus.
   *
   * @param {Record<string, string>} data by MIME type
   */
  async paste(data) {
    await this.page.evaluate((entries) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of entries) clipboardData.setData(type, value);
      const target = document.activeElement ?? document.body;
      // Firefox leaves the data out of a ClipboardEvent made by a script.
      const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
      target.dispatchEvent(event);
    }, Object.entries(data));
  }

  /**
   * A drop as the browser delivers it: the drag enters, moves over the page, and ends.
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
   * Types a page's source, with its address if one is given, and reads it.
   *
   * @param {string} html
   * @param {string} [address]
   */
  async readSource(html, address) {
    await this.source.fill(html);
    if (address !== undefined) await this.address.fill(address);
    await this.read.click();
  }

  /** @param {'Auto' | 'Light' | 'Sepia' | 'Grey' | 'Dark' | 'High contrast' | 'Custom'} name */
  async chooseTheme(name) {
    await this.settings.click();
    await this.page.getByText(name, { exact: true }).click();
    await this.page.keyboard.press('Escape');
  }
}
