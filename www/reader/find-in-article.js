/**
 * Find in article: highlights all matches and steps through them. Case, diacritics and kinds of white space are ignored.
 * Browsers without the CSS Custom Highlight API select the current match instead.
 */

import { element } from './element.js';
import { t } from './i18n.js';
import { icon } from './icon.js';
import { articleElement, reveal } from './layout.js';

const supportsHighlights = 'highlights' in CSS;

/** Interface elements inside the article. */
const SKIPPED = 'button, nav, recto-image-bar, .info-bar, .visually-hidden, [aria-hidden="true"], [hidden], recto-footnote, recto-lightbox';

/** @typedef {{ text: string, nodes: { node: Text, start: number }[], offsets: number[] }} FoldedText the text, and for each of its code units the offset in a text node */

export class FindInArticle extends HTMLElement {
  #button = element('button', { type: 'button', ariaLabel: t('find.open'), ariaExpanded: 'false' }, icon('M12.8 12.8 17 17M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0'));
  #query = element('input', { type: 'search', ariaLabel: t('find.label'), placeholder: t('find.label'), autocomplete: 'off', spellcheck: false, enterKeyHint: 'search' });
  #count = element('output');
  #previous = button('find.previous', 'M5 12.5 10 7.5l5 5', () => this.#go(-1));
  #next = button('find.next', 'M5 7.5l5 5 5-5', () => this.#go(1));
  #close = button('find.close', 'M5 5l10 10M15 5 5 15', () => this.close());
  #bar = element('div', { className: 'find-bar', hidden: true }, this.#query, this.#count, this.#previous, this.#next, this.#close);
  /** @type {StaticRange[]} */
  #matches = [];
  #current = -1;
  /** @type {FoldedText | null} */
  #folded = null;

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#bar.setAttribute('role', 'search');
    this.#count.setAttribute('role', 'status');
    this.#button.addEventListener('click', () => (this.#bar.hidden ? this.open() : this.close()));
    this.#query.addEventListener('input', () => this.#search());
    this.#bar.addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('recto-article-shown', () => this.#reset());
    addEventListener('popstate', () => document.documentElement.dataset.view !== 'article' && this.#reset());
    this.append(this.#button, this.#bar);
  }

  /** Searches for the selected text, if it is short. */
  open() {
    this.#bar.hidden = false;
    this.#button.ariaExpanded = 'true';
    const selected = getSelection()?.toString().trim() ?? '';
    if (selected && selected.length < 80 && !selected.includes('\n')) this.#query.value = selected;
    this.#query.focus({ preventScroll: true });
    this.#query.select();
    this.#search();
  }

  /** Selects the current match, so that keyboard navigation continues from there. */
  close() {
    const match = this.#matches[this.#current];
    this.#reset();
    this.#button.focus({ preventScroll: true });
    if (match) select(match);
  }

  #reset() {
    this.#bar.hidden = true;
    this.#button.ariaExpanded = 'false';
    this.#folded = null;
    this.#showMatches([], -1);
  }

  #search() {
    this.#folded ??= foldArticle();
    const matches = findAll(this.#folded, fold(this.#query.value).trim());
    const firstBelow = matches.findIndex((range) => rectOf(range).bottom > 64);
    this.#showMatches(matches, matches.length > 0 ? Math.max(0, firstBelow) : -1);
  }

  /** @param {1 | -1} step */
  #go(step) {
    const count = this.#matches.length;
    if (count > 0) this.#showMatches(this.#matches, (this.#current + step + count) % count);
  }

  /**
   * @param {StaticRange[]} matches
   * @param {number} index of the current match
   */
  #showMatches(matches, index) {
    this.#matches = matches;
    this.#current = index;
    const current = matches[index];
    const isEmpty = this.#bar.hidden || !this.#query.value.trim();
    this.#count.textContent = isEmpty ? '' : current ? t('find.position', { index: index + 1, count: matches.length }) : t('find.none');
    for (const step of [this.#previous, this.#next]) step.ariaDisabled = String(matches.length < 2);
    if (supportsHighlights) {
      const all = new Highlight();
      for (const range of matches) all.add(range);
      CSS.highlights.set('recto-find-match', all);
      CSS.highlights.set('recto-find-current', new Highlight(...(current ? [current] : [])));
    } else if (current) select(current);
    if (!current) return;
    const closedDetails = () => current.startContainer.parentElement?.closest('details:not([open])');
    for (let details = closedDetails(); details; details = closedDetails()) details.setAttribute('open', '');
    reveal(rectOf(current));
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && event.target === this.#query) this.#go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

customElements.define('recto-find', FindInArticle);

/**
 * @param {import('./i18n.js').MessageKey} label
 * @param {string} path
 * @param {() => void} run
 */
function button(label, path, run) {
  const created = element('button', { type: 'button', ariaLabel: t(label) }, icon(path));
  created.addEventListener('click', run);
  return created;
}

/** @param {StaticRange} range */
function toRange({ startContainer, startOffset, endContainer, endOffset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** @param {StaticRange} range */
function rectOf(range) {
  return toRange(range).getBoundingClientRect();
}

/** @param {StaticRange} range */
function select(range) {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(toRange(range));
}

/**
 * Case-folds text, removes diacritics and invisible characters, and collapses white space.
 *
 * @param {string} text
 */
function fold(text) {
  return text.normalize('NFKD').replace(/[\p{M}\u00ad\u200b-\u200d\u2060]/gu, '').toLowerCase().replace(/\s+/gu, ' ');
}

/** The article's text, folded, with a line break between blocks, so that no match spans two. @returns {FoldedText} */
function foldArticle() {
  /** @type {FoldedText} */
  const folded = { text: '', nodes: [], offsets: [] };
  const article = articleElement();
  if (!article) return folded;
  /** @type {string[]} */
  const output = [];
  /** @type {Element | null} */
  let lastBlock = null;
  let last = '\n';
  const add = (/** @type {string} */ text, /** @type {number} */ offset) => {
    for (const character of text) {
      if (character === ' ' && (last === ' ' || last === '\n')) continue;
      last = character;
      output.push(character);
      // One entry for each of its code units.
      for (let unit = 0; unit < character.length; unit++) folded.offsets.push(offset);
    }
  };
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    const parent = text.parentElement;
    if (!parent || parent.closest(SKIPPED)) continue;
    const block = blockOf(parent);
    if (block !== lastBlock) add('\n', 0);
    lastBlock = block;
    folded.nodes.push({ node: text, start: folded.offsets.length });
    let offset = 0;
    for (const character of text.data) {
      add(character < '\u0080' ? character.toLowerCase().replace(/\s/, ' ') : fold(character), offset);
      offset += character.length;
    }
  }
  folded.text = output.join('');
  return folded;
}

/** @param {Element} element */
function blockOf(element) {
  return element.closest('p, li, dt, dd, h1, h2, h3, h4, h5, h6, blockquote, figcaption, summary, td, th, caption, pre, div, section, article, aside, ul, ol');
}

/**
 * @param {FoldedText} folded
 * @param {string} query
 * @returns {StaticRange[]}
 */
function findAll({ text, nodes, offsets }, query) {
  /** @type {StaticRange[]} */
  const ranges = [];
  if (!query) return ranges;
  let nodeIndex = 0;
  const nodeAt = (/** @type {number} */ index) => {
    while ((nodes[nodeIndex + 1]?.start ?? Infinity) <= index) nodeIndex++;
    return /** @type {FoldedText['nodes'][number]} */ (nodes[nodeIndex]);
  };
  for (let index = text.indexOf(query); index >= 0; index = text.indexOf(query, index + query.length)) {
    const start = nodeAt(index);
    const last = index + query.length - 1;
    const end = nodeAt(last);
    const endOffset = offsets[last] ?? 0;
    const width = end.node.data.codePointAt(endOffset) ?? 0;
    ranges.push(new StaticRange({ startContainer: start.node, startOffset: offsets[index] ?? 0, endContainer: end.node, endOffset: endOffset + (width > 0xffff ? 2 : 1) }));
  }
  return ranges;
}
