/**
 * Words looked for in the article: all that match are lit, and gone through one by one. Case, accents and the way white
 * space is written make no difference. Where the browser cannot light ranges, the match gone to is the selection.
 */

import { element } from './element.js';
import { articleBox, reveal } from './layout.js';
import { icon } from './icon.js';
import { say } from './i18n.js';

const canLight = 'highlights' in CSS;

/** What is not of the article. */
const OTHER = 'button, nav, recto-image-remark, .remark, .visually-hidden, [aria-hidden="true"], [hidden], recto-note, recto-lightbox';

/** @typedef {{ text: string, nodes: { node: Text, from: number }[], offsets: number[] }} Folded the text, and where in a node each sign of it is */

export class FindInArticle extends HTMLElement {
  #button = element('button', { type: 'button', ariaLabel: say('find.open'), ariaExpanded: 'false' }, icon('M12.8 12.8 17 17M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0'));
  #words = element('input', { type: 'search', ariaLabel: say('find.label'), placeholder: say('find.label'), autocomplete: 'off', spellcheck: false, enterKeyHint: 'search' });
  #count = element('output');
  #previous = button('find.previous', 'M5 12.5 10 7.5l5 5', () => this.#go(-1));
  #next = button('find.next', 'M5 7.5l5 5 5-5', () => this.#go(1));
  #close = button('find.close', 'M5 5l10 10M15 5 5 15', () => this.close());
  #bar = element('div', { className: 'find-bar', hidden: true }, this.#words, this.#count, this.#previous, this.#next, this.#close);
  /** @type {StaticRange[]} */
  #found = [];
  #at = -1;
  /** @type {Folded | null} */
  #folded = null;

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#bar.setAttribute('role', 'search');
    this.#count.setAttribute('role', 'status');
    this.#button.addEventListener('click', () => (this.#bar.hidden ? this.open() : this.close()));
    this.#words.addEventListener('input', () => this.#look());
    this.#bar.addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('recto-shown', () => this.#forget());
    addEventListener('popstate', () => document.documentElement.dataset.view !== 'article' && this.#forget());
    this.append(this.#button, this.#bar);
  }

  /** With what is selected in the article, if that is short. */
  open() {
    this.#bar.hidden = false;
    this.#button.ariaExpanded = 'true';
    const selected = getSelection()?.toString().trim() ?? '';
    if (selected && selected.length < 80 && !selected.includes('\n')) this.#words.value = selected;
    this.#words.focus({ preventScroll: true });
    this.#words.select();
    this.#look();
  }

  /** The reader goes on from the match: it becomes the selection, from which Tab sets out. */
  close() {
    const found = this.#found[this.#at];
    this.#forget();
    this.#button.focus({ preventScroll: true });
    if (found) select(found);
  }

  #forget() {
    this.#bar.hidden = true;
    this.#button.ariaExpanded = 'false';
    this.#folded = null;
    this.#light([], -1);
  }

  #look() {
    this.#folded ??= foldedText();
    const found = rangesOf(this.#folded, fold(this.#words.value).trim());
    const fromHere = found.findIndex((range) => boxOf(range).bottom > 64);
    this.#light(found, found.length > 0 ? Math.max(0, fromHere) : -1);
  }

  /** @param {1 | -1} step */
  #go(step) {
    const count = this.#found.length;
    if (count > 0) this.#light(this.#found, (this.#at + step + count) % count);
  }

  /**
   * @param {StaticRange[]} found
   * @param {number} at which of them is gone to
   */
  #light(found, at) {
    this.#found = found;
    this.#at = at;
    const current = found[at];
    const isEmpty = this.#bar.hidden || !this.#words.value.trim();
    this.#count.textContent = isEmpty ? '' : current ? say('find.count', { place: at + 1, count: found.length }) : say('find.none');
    for (const end of [this.#previous, this.#next]) end.ariaDisabled = String(found.length < 2);
    if (canLight) {
      const all = new Highlight();
      for (const range of found) all.add(range);
      CSS.highlights.set('recto-found', all);
      CSS.highlights.set('recto-found-now', new Highlight(...(current ? [current] : [])));
    } else if (current) select(current);
    if (!current) return;
    const shut = () => current.startContainer.parentElement?.closest('details:not([open])');
    for (let box = shut(); box; box = shut()) box.setAttribute('open', '');
    reveal(boxOf(current));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.#words) this.#go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

customElements.define('recto-find', FindInArticle);

/**
 * @param {import('./i18n.js').Phrase} name
 * @param {string} line
 * @param {() => void} run
 */
function button(name, line, run) {
  const made = element('button', { type: 'button', ariaLabel: say(name) }, icon(line));
  made.addEventListener('click', run);
  return made;
}

/** @param {StaticRange} range */
function live({ startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** @param {StaticRange} range */
function boxOf(range) {
  return live(range).getBoundingClientRect();
}

/** @param {StaticRange} range */
function select(range) {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(live(range));
}

/**
 * Letters without marks, small, and white space as one space.
 *
 * @param {string} text
 */
function fold(text) {
  return text.normalize('NFKD').replace(/[\p{M}\u00ad\u200b-\u200d\u2060]/gu, '').toLowerCase().replace(/\s+/gu, ' ');
}

/** The article's text, folded, with a line break where a block ends: no match goes over it. @returns {Folded} */
function foldedText() {
  /** @type {Folded} */
  const folded = { text: '', nodes: [], offsets: [] };
  const article = articleBox();
  if (!article) return folded;
  /** @type {string[]} */
  const written = [];
  /** @type {Element | null} */
  let lastBlock = null;
  let last = '\n';
  const add = (/** @type {string} */ signs, /** @type {number} */ offset) => {
    for (const sign of signs) {
      if (sign === ' ' && (last === ' ' || last === '\n')) continue;
      last = sign;
      written.push(sign);
      // A sign of two code units is two places in the text.
      for (let unit = 0; unit < sign.length; unit++) folded.offsets.push(offset);
    }
  };
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    const around = text.parentElement;
    if (!around || around.closest(OTHER)) continue;
    const block = blockOf(around);
    if (block !== lastBlock) add('\n', 0);
    lastBlock = block;
    folded.nodes.push({ node: text, from: folded.offsets.length });
    let offset = 0;
    for (const sign of text.data) {
      add(sign < '\u0080' ? sign.toLowerCase().replace(/\s/, ' ') : fold(sign), offset);
      offset += sign.length;
    }
  }
  folded.text = written.join('');
  return folded;
}

/** @param {Element} element */
function blockOf(element) {
  return element.closest('p, li, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, figcaption, summary, td, th, caption, pre, div, section, article, aside, ul, ol');
}

/**
 * @param {Folded} folded
 * @param {string} words
 * @returns {StaticRange[]}
 */
function rangesOf({ text, nodes, offsets }, words) {
  /** @type {StaticRange[]} */
  const ranges = [];
  if (!words) return ranges;
  let place = 0;
  const nodeAt = (/** @type {number} */ at) => {
    while ((nodes[place + 1]?.from ?? Infinity) <= at) place++;
    return /** @type {Folded['nodes'][number]} */ (nodes[place]);
  };
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const start = nodeAt(at);
    const last = at + words.length - 1;
    const end = nodeAt(last);
    const endOffset = offsets[last] ?? 0;
    const width = end.node.data.codePointAt(endOffset) ?? 0;
    ranges.push(new StaticRange({ startContainer: start.node, startOffset: offsets[at] ?? 0, endContainer: end.node, endOffset: endOffset + (width > 0xffff ? 2 : 1) }));
  }
  return ranges;
}
