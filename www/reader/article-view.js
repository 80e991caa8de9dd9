/**
 * The reading view: one article, set for reading.
 */

import { equipCode } from './code-blocks.js';
import { contentsOf, element } from './element.js';
import { formatDay, formatReadingTime, webUrl } from './format.js';
import { NotePopover } from './footnotes.js';
import { ImageRemark } from './image-bar.js';
import { withhold } from './images.js';
import { inertDocument } from './inert.js';
import { Lightbox } from './lightbox.js';
import { INTERFACE, locale, say, sayWith } from './i18n.js';
import { boxWideContent, leaveOutDek, makeRoomForTitle, nameCallouts, tidyLinks } from './prepare-content.js';

/** @typedef {import('../worker.js').Article} Article */

export class ArticleView extends HTMLElement {
  #images = new ImageRemark();
  #note = new NotePopover();
  #lightbox = new Lightbox();

  /** Whether the reader has let the article's images be loaded. */
  get hasImages() {
    return this.#images.isLoaded;
  }

  /**
   * @param {Article} article
   * @param {{ address?: string | null, note?: string | null }} [about] where the page was, and a remark to put first
   */
  show(article, { address = null, note = null } = {}) {
    const original = webUrl(address) ?? webUrl(article.canonicalUrl);
    const body = element('div', { className: 'content' });
    // Content joins the page only when made ready.
    const inert = inertDocument(article.content).body;
    const withheld = withhold(inert);
    leaveOutDek(inert, article.dek);
    makeRoomForTitle(inert);
    tidyLinks(inert);
    nameCallouts(inert);
    boxWideContent(inert);
    body.append(contentsOf(inert));

    const page = element('article', { lang: article.lang ?? '', dir: article.dir ?? 'auto' }, masthead(article, original));
    if (note) page.append(notice(note));
    this.#images = new ImageRemark();
    page.append(this.#images, body, colophon(original));
    this.replaceChildren(page, this.#note, this.#lightbox);
    equipCode(body);
    this.#note.serve(body);
    this.#lightbox.serve(body);
    this.#images.show(withheld, original?.hostname.replace(/^www\./, '') ?? null);
  }

  /** The article's text, without its head and foot. */
  get content() {
    return /** @type {HTMLElement} */ (this.querySelector('.content'));
  }

  /** Moves the reader's place to the start of the article, for those who listen or use keys. */
  focusTitle() {
    this.querySelector('h1')?.focus({ preventScroll: true });
  }
}

customElements.define('recto-article', ArticleView);

/**
 * @param {Article} article
 * @param {URL | null} original
 */
function masthead(article, original) {
  const head = element('header', { className: 'masthead' });
  const site = article.siteName ?? original?.hostname.replace(/^www\./, '');
  if (site) head.append(element('p', { className: 'site' }, original ? outsideLink(original, site) : element('bdi', {}, site)));
  head.append(element('h1', { tabIndex: -1 }, article.title ?? say('article.untitled')));
  if (article.dek) head.append(element('p', { className: 'dek' }, article.dek));
  const facts = [byline(article), ...dates(article), readingTime(article)].filter((fact) => fact !== null);
  head.append(element('ul', { className: 'facts', lang: INTERFACE.lang }, ...facts.map((fact) => element('li', {}, fact))));
  return head;
}

/** @param {Article} article */
function byline({ byline: name, lang }) {
  return name ? element('bdi', { className: 'byline', lang: lang ?? '' }, name) : null;
}

/** @param {Article} article */
function dates({ published, modified }) {
  const day = published && formatDay(published);
  const changed = modified && formatDay(modified);
  return [
    day ? time(published, day) : null,
    changed && changed !== day ? element('span', INTERFACE, ...sayWith('article.updated', { date: time(modified, changed) })) : null,
  ];
}

/**
 * @param {string} iso
 * @param {string} day
 */
function time(iso, day) {
  return element('time', { dateTime: iso, lang: locale, dir: 'auto' }, day);
}

/** @param {Article} article */
function readingTime({ readingMinutes, wordCount }) {
  return element('span', { ...INTERFACE, title: say('article.words', { count: wordCount }) }, formatReadingTime(readingMinutes));
}

/** @param {URL | null} original */
function colophon(original) {
  if (!original) return '';
  const words = sayWith('article.original', { host: element('bdi', {}, original.hostname) });
  return element('footer', { className: 'colophon', ...INTERFACE }, outsideLink(original, ...words));
}

/**
 * @param {URL} url
 * @param {...(Node | string)} words
 */
function outsideLink(url, ...words) {
  return element('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}

/** @param {...(Node | string)} words */
function notice(...words) {
  return element('p', { className: 'remark', ...INTERFACE }, ...words);
}
