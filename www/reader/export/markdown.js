/**
 * The article as a Markdown document: what is known about it as front matter, then the content. A heading repeats the
 * title for programs that do not read front matter.
 */

/** @param {import('./export-document.js').Taken} taken */
export function markdownOf({ article, address }) {
  const { title, authors, byline, siteName, published, modified, lang, tags, excerpt, canonicalUrl } = article;
  const facts = Object.entries({
    title,
    author: authors.length > 1 ? authors : (authors[0] ?? byline),
    site: siteName,
    url: address ?? canonicalUrl,
    published,
    modified,
    language: lang,
    tags: tags.length > 0 ? tags : null,
    description: excerpt,
  });
  // A string in JSON is one in YAML too, whatever it holds.
  const lines = facts.filter(([, value]) => value).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [`---\n${lines.join('\n')}\n---`, title && `# ${literal(title)}`, article.markdown].filter(Boolean).join('\n\n') + '\n';
}

/**
 * Text that means nothing in Markdown but itself.
 *
 * @param {string} text
 */
function literal(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
