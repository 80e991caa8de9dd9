/**
 * The reading view of one article.
 */

import { enhanceCodeBlocks } from './code-blocks.js';
import { element, extractContents } from './element.js';
import { FootnotePopover } from './footnotes.js';
import { formatDate, formatReadingTime } from './format.js';
import { parseHttpUrl } from './http-url.js';
import { locale, t, tRich, UI_LANGUAGE } from './i18n.js';
import { ImageBar } from './image-bar.js';
import { blockImages } from './images.js';
import { inertDocument } from './inert.js';
import { Lightbox } from './lightbox.js';
import { addCalloutTitles, demoteHeadings, prepareLinks, removeRepeatedDek, wrapWideContent } from './prepare-content.js';

/** @typedef {import('../worker.js').Article} Article */

export class ArticleView extends HTMLElement {
  #imageBar = new ImageBar();
  #footnotePopover = new FootnotePopover();
  #lightbox = new Lightbox();

  /** Whether the user has allowed the article's images. */
  get imagesLoaded() {
    return this.#imageBar.isLoaded;
  }

  /**
   * @param {Article} article
   * @param {{ url?: string | null, note?: string | null }} [options] the page's URL, and a message shown above the text
   */
  show(article, { url = null, note = null } = {}) {
    const original = parseHttpUrl(url) ?? parseHttpUrl(article.canonicalUrl);
    const body = element('div', { className: 'content' });
    // Content stays in the inert document until its images are blocked.
    const inert = inertDocument(article.content).body;
    const blocked = blockImages(inert);
    removeRepeatedDek(inert, article.dek);
    demoteHeadings(inert);
    prepareLinks(inert);
    addCalloutTitles(inert);
    wrapWideContent(inert);
    body.append(extractContents(inert));

    const page = element('article', { lang: article.lang ?? '', dir: article.dir ?? 'auto' }, articleHeader(article, original));
    if (note) page.append(infoBar(note));
    this.#imageBar = new ImageBar();
    page.append(this.#imageBar, body, articleFooter(original));
    this.replaceChildren(page, this.#footnotePopover, this.#lightbox);
    enhanceCodeBlocks(body);
    this.#footnotePopover.attach(body);
    this.#lightbox.attach(body);
    this.#imageBar.show(blocked, original?.hostname.replace(/^www\./, '') ?? null);
  }

  /** The article's text, without its header and footer. */
  get content() {
    return /** @type {HTMLElement} */ (this.querySelector('.content'));
  }

  /** Moves the focus to the start of the article, for users of screen readers and keyboards. */
  focusTitle() {
    this.querySelector('h1')?.focus({ preventScroll: true });
  }
}

customElements.define('recto-article', ArticleView);

/**
 * @param {Article} article
 * @param {URL | null} original
 */
function articleHeader(article, original) {
  const header = element('header', { className: 'article-header' });
  const site = article.siteName ?? original?.hostname.replace(/^www\./, '');
  if (site) header.append(element('p', { className: 'site' }, original ? externalLink(original, site) : element('bdi', {}, site)));
  header.append(element('h1', { tabIndex: -1 }, article.title ?? t('article.untitled')));
  if (article.dek) header.append(element('p', { className: 'dek' }, article.dek));
  const metadata = [byline(article), ...dates(article), readingTime(article)].filter((item) => item !== null);
  header.append(element('ul', { className: 'metadata', lang: UI_LANGUAGE.lang }, ...metadata.map((item) => element('li', {}, item))));
  return header;
}

/** @param {Article} article */
function byline({ byline: name, lang }) {
  return name ? element('bdi', { className: 'byline', lang: lang ?? '' }, name) : null;
}

/** @param {Article} article */
function dates({ published, modified }) {
  const publishedDate = published && formatDate(published);
  const modifiedDate = modified && formatDate(modified);
  return [
    publishedDate ? time(published, publishedDate) : null,
    modifiedDate && modifiedDate !== publishedDate ? element('span', UI_LANGUAGE, ...tRich('article.updated', { date: time(modified, modifiedDate) })) : null,
  ];
}

/**
 * @param {string} iso
 * @param {string} text
 */
function time(iso, text) {
  return element('time', { dateTime: iso, lang: locale, dir: 'auto' }, text);
}

/** @param {Article} article */
function readingTime({ readingMinutes, wordCount }) {
  return element('span', { ...UI_LANGUAGE, title: t('article.words', { count: wordCount }) }, formatReadingTime(readingMinutes));
}

/** @param {URL | null} original */
function articleFooter(original) {
  if (!original) return '';
  const text = tRich('article.original', { host: element('bdi', {}, original.hostname) });
  return element('footer', { className: 'article-footer', ...UI_LANGUAGE }, externalLink(original, ...text));
}

/**
 * @param {URL} url
 * @param {...(Node | string)} children
 */
function externalLink(url, ...children) {
  return element('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** @param {string} text */
function infoBar(text) {
  return element('p', { className: 'info-bar', ...UI_LANGUAGE }, text);
}
