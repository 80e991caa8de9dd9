/**
 * The article as a document of its own, from which the web page, the EPUB and the rich text are made.
 */

import { element, extractContents } from '../element.js';
import { formatDate } from '../format.js';
import { parseHttpUrl } from '../http-url.js';
import { locale, t, UI_LANGUAGE } from '../i18n.js';
import { inertDocument } from '../inert.js';
import { demoteHeadings, labelCallouts } from '../prepare-content.js';
import { isTracker } from '../trackers.js';

/**
 * @typedef {object} ExportInput
 * @property {import('../../worker.js').Article} article
 * @property {string | null} url of the page
 * @property {boolean} withImages whether the user has allowed its images
 */

/**
 * @param {ExportInput} input
 * @returns {Document} inert: its images do not load
 */
export function exportDocument({ article, url }) {
  const page = inertDocument(article.content);
  const original = parseHttpUrl(url) ?? parseHttpUrl(article.canonicalUrl);
  const { title, lang, dir } = article;
  page.title = title ?? t('article.untitled');
  Object.assign(page.documentElement, { lang: lang ?? '', dir: dir ?? '' });

  demoteHeadings(page.body);
  labelCallouts(page.body);
  cleanLinks(page.body);
  for (const image of page.querySelectorAll('img')) {
    const src = parseHttpUrl(image.getAttribute('src'));
    if (src && isTracker(src, image)) image.remove();
  }
  const root = element('article', {}, articleHeader(article), ...page.body.childNodes);
  if (original) {
    const link = element('a', { href: original.href }, t('article.original', { host: original.hostname }));
    root.append(element('footer', UI_LANGUAGE, link));
  }
  page.body.append(root);
  return page;
}

/** @param {import('../../worker.js').Article} article */
function articleHeader({ title, byline, published }) {
  const header = element('header', {}, element('h1', {}, title ?? t('article.untitled')));
  if (byline) header.append(element('p', { className: 'byline' }, byline));
  const date = published && formatDate(published);
  if (date) header.append(element('p', { className: 'date' }, element('time', { dateTime: published, lang: locale }, date)));
  return header;
}

/**
 * Removes `rel`, makes URLs absolute, and unwraps links whose URL cannot be resolved.
 *
 * @param {ParentNode} content
 */
function cleanLinks(content) {
  for (const link of content.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    link.removeAttribute('rel');
    if (href.startsWith('#')) continue;
    const url = parseHttpUrl(href) ?? (/^(mailto|tel):/i.test(href) ? URL.parse(href) : null);
    if (url) link.setAttribute('href', url.href);
    else link.replaceWith(extractContents(link));
  }
}
