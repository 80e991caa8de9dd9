/**
 * The article as plain text: title, where it is from, words.
 *
 * @param {import('./export-document.js').Taken} taken
 */
export function plainTextOf({ article: { title, byline, published, canonicalUrl, text }, address }) {
  const facts = [byline, published?.slice(0, 10), address ?? canonicalUrl].filter(Boolean).join('\n');
  return [title, facts, text].filter(Boolean).join('\n\n') + '\n';
}
