/**
 * Adapts extracted content to the reading view: headings below the title, links that open in a new tab, titled callouts,
 * and scroll containers around wide content.
 */

import { element, extractContents } from './element.js';
import { parseHttpUrl } from './http-url.js';
import { t, UI_LANGUAGE } from './i18n.js';

/**
 * Removes the dek from the content, as the reading view shows it below the title.
 *
 * @param {HTMLElement} content
 * @param {string | null} dek
 */
export function removeRepeatedDek(content, dek) {
  const normalise = (/** @type {string} */ text) => text.replace(/\s+/gu, ' ').trim();
  const first = [...content.children].slice(0, 3);
  if (dek) first.find((block) => normalise(block.textContent ?? '') === normalise(dek))?.remove();
}

/**
 * The title is the view's only first-level heading. If the content has some too, all its headings are demoted by one
 * level, so that its outline stays the same.
 *
 * @param {ParentNode} content
 */
export function demoteHeadings(content) {
  if (!content.querySelector('h1')) return;
  for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5')) {
    const lower = document.createElement(`h${Number(heading.localName.slice(1)) + 1}`);
    for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
    lower.append(extractContents(heading));
    heading.replaceWith(lower);
  }
}

/** @param {ParentNode} content */
export function prepareLinks(content) {
  for (const link of content.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (parseHttpUrl(href)) {
      link.setAttribute('target', '_blank');
      link.setAttribute('rel', 'noopener noreferrer');
    } else if (!/^(#|mailto:|tel:)/i.test(href)) {
      // Where the page's URL is unknown, a relative link would resolve to this site.
      link.removeAttribute('href');
    }
  }
}

/** @type {Record<string, string>} */
const CALLOUT_TITLES = {
  'callout-note': t('article.note'),
  'callout-tip': t('article.tip'),
  'callout-important': t('article.important'),
  'callout-warning': t('article.warning'),
  'callout-caution': t('article.caution'),
};

/**
 * Adds a visible title to each callout, so that its kind is not shown by colour alone.
 *
 * @param {ParentNode} content
 */
export function addCalloutTitles(content) {
  for (const { callout, title } of labelCallouts(content)) {
    // In the interface's language, not the article's.
    callout.prepend(element('p', { className: 'admonition-title', textContent: title, ...UI_LANGUAGE }));
  }
}

/**
 * Labels callouts for screen readers and style sheets, without changing the text.
 *
 * @param {ParentNode} content
 */
export function labelCallouts(content) {
  const callouts = [...content.querySelectorAll('aside[class^="callout-"]')].map((callout) => ({ callout, title: CALLOUT_TITLES[callout.className] ?? '' }));
  const known = callouts.filter(({ title }) => title);
  for (const { callout, title } of known) {
    callout.setAttribute('role', 'note');
    callout.setAttribute('aria-label', title);
  }
  return known;
}

/**
 * Wraps tables, code and formulas in horizontal scroll containers. A container can be scrolled by keyboard while its
 * content overflows, and is no tab stop otherwise.
 *
 * @param {ParentNode} content
 */
export function wrapWideContent(content) {
  for (const wide of content.querySelectorAll('table, pre, math[display="block"]')) {
    if (wide.parentElement?.closest('.scroll-container')) continue;
    const container = element('div', { className: 'scroll-container' });
    wide.replaceWith(container);
    container.append(wide);
    overflowObserver.observe(container);
  }
}

/** @type {Record<string, string>} */
const CONTAINER_LABELS = { table: t('article.table'), pre: t('article.code'), math: t('article.formula') };

const overflowObserver = new ResizeObserver((entries) => {
  for (const { target: container } of entries) {
    const overflows = container.scrollWidth > container.clientWidth;
    const attributes = { tabindex: '0', role: 'group', 'aria-label': CONTAINER_LABELS[container.firstElementChild?.localName ?? ''] ?? '' };
    for (const [name, value] of Object.entries(attributes)) {
      if (overflows) container.setAttribute(name, value);
      else container.removeAttribute(name);
    }
  }
});
