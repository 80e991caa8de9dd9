/**
 * The EPUB's package document, with its metadata, and its navigation document, which is the table of contents.
 */

import { element } from '../element.js';
import { t } from '../i18n.js';
import { serialiseXhtml } from './epub-chapter.js';

/**
 * @param {import('./export-document.js').ExportInput} input
 * @param {{ images: { name: string, type: string }[], hasMath: boolean }} contents
 */
export function packageDocument({ article, url }, { images, hasMath }) {
  const { title, authors, byline, siteName, published, excerpt, tags, lang, dir, canonicalUrl } = article;
  const source = url ?? canonicalUrl;
  const creators = authors.length > 0 ? authors : [byline].filter((name) => name !== null);
  const date = /^\d{4}-\d\d-\d\d/.exec(published ?? '')?.[0];
  const metadata = [
    tag('dc:identifier', source ?? `urn:uuid:${randomUuid()}`, 'id="book"'),
    tag('dc:title', title ?? t('article.untitled')),
    tag('dc:language', languageTag(lang)),
    ...creators.map((name) => tag('dc:creator', name)),
    ...[siteName].filter((name) => name !== null).map((name) => tag('dc:publisher', name)),
    ...(date ? [tag('dc:date', date)] : []),
    ...(source ? [tag('dc:source', source)] : []),
    ...(excerpt ? [tag('dc:description', excerpt)] : []),
    ...tags.map((name) => tag('dc:subject', name)),
    tag('meta', `${new Date().toISOString().slice(0, 19)}Z`, 'property="dcterms:modified"'),
    tag('meta', 'textual', 'property="schema:accessMode"'),
    ...(images.length > 0 ? [tag('meta', 'visual', 'property="schema:accessMode"')] : []),
    tag('meta', 'tableOfContents', 'property="schema:accessibilityFeature"'),
    tag('meta', 'none', 'property="schema:accessibilityHazard"'),
  ];
  const items = [
    '<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    `<item id="article" href="article.xhtml" media-type="application/xhtml+xml"${hasMath ? ' properties="mathml"' : ''}/>`,
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...images.map(({ name, type }, index) => `<item id="image-${index + 1}" href="${name}" media-type="${type}"/>`),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    ${metadata.join('\n    ')}
  </metadata>
  <manifest>
    ${items.join('\n    ')}
  </manifest>
  <spine page-progression-direction="${dir === 'rtl' ? 'rtl' : 'default'}">
    <itemref idref="article"/>
  </spine>
</package>
`;
}

/**
 * @param {import('../../worker.js').Article} article
 * @param {import('./epub-chapter.js').Heading[]} headings
 */
export function navigationDocument({ title, lang, dir }, headings) {
  const page = document.implementation.createHTMLDocument(title ?? t('article.untitled'));
  if (lang) page.documentElement.lang = lang;
  if (dir) page.documentElement.dir = dir;
  const start = element('li', {}, element('a', { href: 'article.xhtml' }, page.title));
  const nav = element('nav', {}, element('h1', {}, page.title), element('ol', {}, start, ...outline(headings)));
  nav.setAttributeNS('http://www.idpf.org/2007/ops', 'epub:type', 'toc');
  page.body.append(nav);
  return serialiseXhtml(page);
}

/**
 * Nests the headings as lists. A heading that skips levels is nested one level only.
 *
 * @param {import('./epub-chapter.js').Heading[]} headings
 */
function outline(headings) {
  /** @type {HTMLLIElement[]} */
  const top = [];
  /** @type {{ level: number, item: HTMLLIElement }[]} */
  const open = [];
  for (const { level, id, text } of headings) {
    const item = element('li', {}, element('a', { href: `article.xhtml#${id}` }, text));
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.item;
    if (!parent) top.push(item);
    else if (parent.lastElementChild instanceof HTMLOListElement) parent.lastElementChild.append(item);
    else parent.append(element('ol', {}, item));
    open.push({ level, item });
  }
  return top;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [attributes]
 */
function tag(name, text, attributes = '') {
  const node = document.implementation.createDocument(null, 'text').createTextNode(text);
  const escaped = new XMLSerializer().serializeToString(node).replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ').toWellFormed().trim();
  return `<${name}${attributes && ` ${attributes}`}>${escaped}</${name}>`;
}

/**
 * EPUB requires a language; `und` means undetermined.
 *
 * @param {string | null} lang
 */
function languageTag(lang) {
  try {
    return Intl.getCanonicalLocales(lang ?? 'und')[0] ?? 'und';
  } catch {
    return 'und';
  }
}

/** Not `crypto.randomUUID`, which exists in secure contexts only. */
function randomUuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
