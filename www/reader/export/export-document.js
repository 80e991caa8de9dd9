/**
 * The article as a document of its own, which loads nothing: the ground for the web page, the book and rich text.
 */

import { contentsOf, element } from '../element.js';
import { formatDay, webUrl } from '../format.js';
import { inertDocument } from '../inert.js';
import { isTracker } from '../trackers.js';
import { INTERFACE, locale, say } from '../i18n.js';
import { makeRoomForTitle, labelCallouts } from '../prepare-content.js';

/**
 * What is taken away.
 *
 * @typedef {object} Taken
 * @property {import('../../worker.js').Article} article
 * @property {string | null} address where the page was
 * @property {boolean} withImages whether the reader has allowed its images
 */

/**
 * @param {Taken} taken
 * @returns {Document} inert: no image in it loads
 */
export function articlePage({ article, address }) {
  const page = inertDocument(article.content);
  const original = webUrl(address) ?? webUrl(article.canonicalUrl);
  const { title, lang, dir } = article;
  page.title = title ?? say('article.untitled');
  Object.assign(page.documentElement, { lang: lang ?? '', dir: dir ?? '' });

  makeRoomForTitle(page.body);
  labelCallouts(page.body);
  plainLinks(page.body);
  for (const image of page.querySelectorAll('img')) {
    const at = webUrl(image.getAttribute('src'));
    if (at && isTracker(at, image)) image.remove();
  }
  const whole = element('article', {}, masthead(article), ...page.body.childNodes);
  if (original) {
    const link = element('a', { href: original.href }, say('article.original', { host: original.hostname }));
    whole.append(element('footer', INTERFACE, link));
  }
  page.body.append(whole);
  return page;
}

/** @param {import('../../worker.js').Article} article */
function masthead({ title, byline, published }) {
  const head = element('header', {}, element('h1', {}, title ?? say('article.untitled')));
  if (byline) head.append(element('p', { className: 'byline' }, byline));
  const day = published && formatDay(published);
  if (day) head.append(element('p', { className: 'date' }, element('time', { dateTime: published, lang: locale }, day)));
  return head;
}

/**
 * Links as they would be written by hand. One whose place is not known is its text.
 *
 * @param {ParentNode} content
 */
function plainLinks(content) {
  for (const link of content.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    link.removeAttribute('rel');
    if (address.startsWith('#')) continue;
    const complete = webUrl(address) ?? (/^(mailto|tel):/i.test(address) ? URL.parse(address) : null);
    if (complete) link.setAttribute('href', complete.href);
    else link.replaceWith(contentsOf(link));
  }
}
