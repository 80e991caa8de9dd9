/**
 * The article as a Markdown document of its own: title, where it is from, content.
 *
 * @param {import('../worker.js').Article} article
 * @param {string | null} address
 */
export function markdownOf({ title, byline, published, canonicalUrl, markdown }, address) {
  const origin = address ?? canonicalUrl;
  const facts = [byline && literal(byline), published?.slice(0, 10), origin && `<${origin}>`].filter(Boolean).join(' · ');
  return [title && `# ${literal(title)}`, facts, markdown].filter(Boolean).join('\n\n');
}

/**
 * Text that means nothing in Markdown but itself.
 *
 * @param {string} text
 */
function literal(text) {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
