/**
 * Exports the article as Markdown with its metadata as YAML front matter. The title is also a heading, for programs that
 * do not support front matter.
 */

/** @param {import('./export-document.js').ExportInput} input */
export function toMarkdown({ article, url }) {
  const { title, authors, byline, siteName, published, modified, lang, tags, excerpt, canonicalUrl } = article;
  const metadata = Object.entries({
    title,
    author: authors.length > 1 ? authors : (authors[0] ?? byline),
    site: siteName,
    url: url ?? canonicalUrl,
    published,
    modified,
    language: lang,
    tags: tags.length > 0 ? tags : null,
    description: excerpt,
  });
  // Every JSON string is a valid YAML string.
  const lines = metadata.filter(([, value]) => value).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [`---\n${lines.join('\n')}\n---`, title && `# ${escapeMarkdown(title)}`, article.markdown].filter(Boolean).join('\n\n') + '\n';
}

/**
 * @param {string} text
 */
function escapeMarkdown(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
