/**
 * The menu that copies, saves or prints the article. The exporters are loaded on demand.
 */

import { element } from './element.js';
import { t, UI_LANGUAGE } from './i18n.js';
import { icon } from './icon.js';

/**
 * @typedef {import('./export/export-document.js').ExportInput} ExportInput
 * @typedef {import('./export/images.js').ExportedImages} ExportedImages
 * @typedef {{ type: string, data: BlobPart, images?: ExportedImages }} ExportedFile
 */

/** @type {Record<'markdown' | 'plainText', (input: ExportInput) => Promise<string>>} */
const TEXT_EXPORTERS = {
  markdown: async (input) => (await import('./export/markdown.js')).toMarkdown(input),
  plainText: async (input) => (await import('./export/plain-text.js')).toPlainText(input),
};

/** @type {readonly { label: import('./i18n.js').MessageKey, extension: string, create: (input: ExportInput) => Promise<ExportedFile> }[]} */
const FILE_FORMATS = [
  { label: 'export.markdown', extension: 'md', create: async (input) => ({ type: 'text/markdown', data: await TEXT_EXPORTERS.markdown(input) }) },
  {
    label: 'export.webPage',
    extension: 'html',
    async create(input) {
      const { html, images } = await (await import('./export/web-page.js')).toWebPage(input);
      return { type: 'text/html', data: html, images };
    },
  },
  { label: 'export.plainText', extension: 'txt', create: async (input) => ({ type: 'text/plain', data: await TEXT_EXPORTERS.plainText(input) }) },
  {
    label: 'export.epub',
    extension: 'epub',
    async create(input) {
      const { bytes, images } = await (await import('./export/epub.js')).toEpub(input);
      return { type: 'application/epub+zip', data: bytes, images };
    },
  },
  { label: 'export.json', extension: 'json', create: async ({ article }) => ({ type: 'application/json', data: `${JSON.stringify(article, null, 2)}\n` }) },
];

export class ExportMenu extends HTMLElement {
  /** @type {(() => ExportInput) | null} Set by the owner; called when the user chooses an item. */
  getInput = null;

  #menu = element('div', { id: 'export-menu', className: 'panel', popover: 'auto' });
  #status = element('p', { className: 'status' });

  connectedCallback() {
    if (this.hasChildNodes()) return;
    const label = element('span', { className: 'label' }, t('export.open'));
    const open = element('button', { type: 'button', popoverTargetElement: this.#menu }, icon('M10 3v9M6.5 8.5 10 12l3.5-3.5M4 16.5h12'), label);
    this.#status.setAttribute('role', 'status');
    this.#menu.ariaLabel = t('export.open');
    this.#menu.setAttribute('role', 'group');
    this.#menu.append(
      group(t('export.copyAs'), [
        item(t('export.richText'), () => this.#copyRichText()),
        item(t('export.markdown'), () => this.#copyText('markdown')),
        item(t('export.plainText'), () => this.#copyText('plainText')),
      ]),
      group(t('export.saveAs'), FILE_FORMATS.map((format) => item(t(format.label), () => this.#save(format)))),
      item(t('export.print'), () => this.#print()),
      this.#status,
    );
    this.#menu.addEventListener('beforetoggle', () => (this.#status.textContent = ''));
    this.append(open, this.#menu);
  }

  /** @param {keyof typeof TEXT_EXPORTERS} format */
  #copyText(format) {
    const text = TEXT_EXPORTERS[format](this.#input());
    return this.#copy({ 'text/plain': text }, text);
  }

  #copyRichText() {
    const input = this.#input();
    const text = TEXT_EXPORTERS.plainText(input);
    const html = import('./export/rich-text.js').then(({ toRichText }) => toRichText(input));
    return this.#copy({ 'text/html': html, 'text/plain': text }, text);
  }

  /**
   * Takes promises, because the clipboard must be accessed during the click, before the text is ready.
   *
   * @param {Record<string, Promise<string>>} representations by MIME type
   * @param {Promise<string>} fallback the text for copying by hand where the browser denies access
   */
  async #copy(representations, fallback) {
    try {
      const blobs = Object.entries(representations).map(([type, promise]) => [type, promise.then((text) => new Blob([text], { type }))]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      this.#setStatus(t('export.copied'));
    } catch {
      this.#showCopyDialog(await fallback);
    }
  }

  /** @param {typeof FILE_FORMATS[number]} format */
  async #save({ extension, create }) {
    const input = this.#input();
    try {
      const { type, data, images } = await create(input);
      const { fileName } = await import('./export/file-name.js');
      const name = fileName(input.article.title, extension);
      download(new Blob([data], { type }), name);
      this.#setStatus([t('export.saved', { file: name }), ...(images ? imageWarnings(images) : [])].join(' '));
    } catch (thrown) {
      this.#setStatus(t('export.failed', { message: thrown instanceof Error ? thrown.message : String(thrown) }));
    }
  }

  #print() {
    this.#menu.hidePopover();
    print();
  }

  #input() {
    if (!this.getInput) throw new Error('There is no article to export.');
    return this.getInput();
  }

  /** @param {string} text */
  #setStatus(text) {
    this.#status.textContent = text;
  }

  /** @param {string} value */
  #showCopyDialog(value) {
    const message = element('p', { id: 'copy-dialog-message' }, t('export.copyDenied'));
    const text = element('textarea', { readOnly: true, value, rows: 12 });
    text.setAttribute('aria-labelledby', message.id);
    const close = element('button', { type: 'button' }, t('export.close'));
    const dialog = element('dialog', { className: 'copy-dialog', ...UI_LANGUAGE }, message, text, close);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    text.select();
  }
}

customElements.define('recto-export-menu', ExportMenu);

/** @param {ExportedImages} images */
function imageWarnings({ failed, notAllowed }) {
  return [
    ...(notAllowed > 0 ? [t('export.imagesNotLoaded')] : []),
    ...(failed > 0 ? [t('export.imagesNotCopied', { count: failed })] : []),
  ];
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function download(blob, name) {
  const href = URL.createObjectURL(blob);
  element('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/**
 * @param {string} name
 * @param {HTMLElement[]} items
 */
function group(name, items) {
  return element('fieldset', {}, element('legend', {}, name), ...items);
}

/**
 * @param {string} label
 * @param {() => void} run
 */
function item(label, run) {
  const button = element('button', { type: 'button' }, label);
  button.addEventListener('click', run);
  return button;
}
