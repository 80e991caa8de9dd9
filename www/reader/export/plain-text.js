/**
 * Exports the article as plain text, below its title, author, date and URL.
 *
 * @param {import('./export-document.js').ExportInput} input
 */
export function toPlainText({ article: { title, byline, published, canonicalUrl, text }, url }) {
  const metadata = [byline, published?.slice(0, 10), url ?? canonicalUrl].filter(Boolean).join('\n');
  return [title, metadata, text].filter(Boolean).join('\n\n') + '\n';
}
