/**
 * The menu by which an article is taken away: onto the clipboard, into a file, onto paper. What makes the files is
 * loaded when it is first asked for.
 */

import { element } from './element.js';
import { icon } from './icon.js';
import { INTERFACE, say } from './i18n.js';

/**
 * @typedef {import('./export/export-document.js').Taken} Taken
 * @typedef {import('./export/images.js').Pictures} Pictures
 * @typedef {{ type: string, data: BlobPart, pictures?: Pictures }} Made
 */

/** @type {Record<'copyMarkdown' | 'copyText', (taken: Taken) => Promise<string>>} */
const TEXTS = {
  copyMarkdown: async (taken) => (await import('./export/markdown.js')).markdownOf(taken),
  copyText: async (taken) => (await import('./export/plain-text.js')).plainTextOf(taken),
};

/** @type {readonly { name: import('./i18n.js').Phrase, ending: string, make: (taken: Taken) => Promise<Made> }[]} */
const FILES = [
  { name: 'take.markdown', ending: 'md', make: async (taken) => ({ type: 'text/markdown', data: await TEXTS.copyMarkdown(taken) }) },
  {
    name: 'take.page',
    ending: 'html',
    async make(taken) {
      const { text, pictures } = await (await import('./export/web-page.js')).webPageOf(taken);
      return { type: 'text/html', data: text, pictures };
    },
  },
  { name: 'take.text', ending: 'txt', make: async (taken) => ({ type: 'text/plain', data: await TEXTS.copyText(taken) }) },
  {
    name: 'take.book',
    ending: 'epub',
    async make(taken) {
      const { bytes, pictures } = await (await import('./export/epub.js')).bookOf(taken);
      return { type: 'application/epub+zip', data: bytes, pictures };
    },
  },
  { name: 'take.data', ending: 'json', make: async ({ article }) => ({ type: 'application/json', data: `${JSON.stringify(article, null, 2)}\n` }) },
];

export class TakeAway extends HTMLElement {
  /** @type {(() => Taken) | null} What is taken when something is asked for. */
  source = null;

  #menu = element('div', { id: 'take-away', className: 'panel', popover: 'auto' });
  #said = element('p', { className: 'said' });

  connectedCallback() {
    if (this.hasChildNodes()) return;
    const label = element('span', { className: 'label' }, say('take.open'));
    const open = element('button', { type: 'button', popoverTargetElement: this.#menu }, icon('M10 3v9M6.5 8.5 10 12l3.5-3.5M4 16.5h12'), label);
    this.#said.setAttribute('role', 'status');
    this.#menu.ariaLabel = say('take.open');
    this.#menu.setAttribute('role', 'group');
    this.#menu.append(
      group(say('take.copyAs'), [
        item(say('take.rich'), () => this.#copyRich()),
        item(say('take.markdown'), () => this.#copy('copyMarkdown')),
        item(say('take.text'), () => this.#copy('copyText')),
      ]),
      group(say('take.saveAs'), FILES.map((file) => item(say(file.name), () => this.#save(file)))),
      item(say('take.print'), () => this.#print()),
      this.#said,
    );
    this.#menu.addEventListener('beforetoggle', () => (this.#said.textContent = ''));
    this.append(open, this.#menu);
  }

  /**
   * The clipboard takes promises, and has to be asked within the click.
   *
   * @param {keyof typeof TEXTS} kind
   */
  #copy(kind) {
    const text = TEXTS[kind](this.#taken());
    return this.#write({ 'text/plain': text }, text);
  }

  #copyRich() {
    const taken = this.#taken();
    const text = TEXTS.copyText(taken);
    const html = import('./export/rich-text.js').then(({ richTextOf }) => richTextOf(taken));
    return this.#write({ 'text/html': html, 'text/plain': text }, text);
  }

  /**
   * @param {Record<string, Promise<string>>} parts
   * @param {Promise<string>} text what is offered where the browser lets nothing be copied
   */
  async #write(parts, text) {
    try {
      const blobs = Object.entries(parts).map(([type, part]) => [type, part.then((words) => new Blob([words], { type }))]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      this.#say(say('take.copied'));
    } catch {
      this.#offerByHand(await text);
    }
  }

  /** @param {typeof FILES[number]} file */
  async #save({ ending, make }) {
    const taken = this.#taken();
    try {
      const { type, data, pictures } = await make(taken);
      const { fileName } = await import('./export/file-name.js');
      const name = fileName(taken.article.title, ending);
      download(new Blob([data], { type }), name);
      this.#say([say('take.saved', { file: name }), ...(pictures ? missing(pictures) : [])].join(' '));
    } catch (thrown) {
      this.#say(say('take.failed', { message: thrown instanceof Error ? thrown.message : String(thrown) }));
    }
  }

  #print() {
    this.#menu.hidePopover();
    print();
  }

  #taken() {
    if (!this.source) throw new Error('There is no article to take away.');
    return this.source();
  }

  /** @param {string} words */
  #say(words) {
    this.#said.textContent = words;
  }

  /** @param {string} value */
  #offerByHand(value) {
    const words = element('p', { id: 'copy-by-hand' }, say('take.refused'));
    const text = element('textarea', { readOnly: true, value, rows: 12 });
    text.setAttribute('aria-labelledby', words.id);
    const close = element('button', { type: 'button' }, say('take.close'));
    const dialog = element('dialog', { className: 'sheet', ...INTERFACE }, words, text, close);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    text.select();
  }
}

customElements.define('recto-take-away', TakeAway);

/** @param {Pictures} pictures */
function missing({ refused, notAllowed }) {
  return [
    ...(notAllowed > 0 ? [say('take.withoutImages')] : []),
    ...(refused > 0 ? [say('take.imagesRefused', { count: refused })] : []),
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
