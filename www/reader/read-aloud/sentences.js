/**
 * Splits an article into paragraphs and sentences for reading aloud. Each sentence is mapped to the text nodes it comes
 * from, so that it can be highlighted.
 */

/**
 * @typedef {{ node: Text, start: number, end: number }} Chunk a text node and its offsets in the paragraph's text
 * @typedef {{ text: string, start: number, paragraph: number, chunks: Chunk[], lang: string }} Sentence
 */

/** What is not read aloud. */
const SKIPPED = 'pre, table, math, figure.embed, nav, .info-bar, recto-image-bar, .visually-hidden, [aria-hidden="true"], [hidden], button, sup > a';

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, figcaption, summary, td, th, div, section, article, aside';

/**
 * @param {HTMLElement} article
 * @returns {Sentence[]}
 */
export function sentencesOf(article) {
  return paragraphsOf(article).flatMap(({ nodes, lang }, paragraph) => {
    let length = 0;
    const chunks = nodes.map((node) => ({ node, start: length, end: (length += node.data.length) }));
    const text = nodes.map(({ data }) => data).join('');
    return [...segmenter(lang).segment(text)]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => ({ text: segment, start: index, paragraph, chunks, lang }));
  });
}

/**
 * The range of a part of a sentence in the document.
 *
 * @param {Sentence} sentence
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Range}
 */
export function sentenceRange({ chunks, start, text }, from = 0, to = text.trimEnd().length) {
  const range = document.createRange();
  const boundaryPoint = (/** @type {number} */ index) => {
    const chunk = chunks.find(({ end }) => index < end) ?? chunks.at(-1);
    if (!chunk) throw new Error('The sentence has no text nodes.');
    return { node: chunk.node, offset: Math.min(index - chunk.start, chunk.node.data.length) };
  };
  const first = boundaryPoint(start + from);
  const last = boundaryPoint(start + Math.max(to - 1, from));
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, Math.min(last.offset + 1, last.node.data.length));
  return range;
}

/** @param {HTMLElement} article */
function paragraphsOf(article) {
  /** @type {{ block: Element | null, nodes: Text[], lang: string }[]} */
  const paragraphs = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = /** @type {Text} */ (node);
    const parent = text.parentElement;
    if (!parent || parent.closest(SKIPPED) || !parent.closest('h1, .dek, .content')) continue;
    const block = parent.closest(BLOCKS);
    const last = paragraphs.at(-1);
    if (last && last.block === block) last.nodes.push(text);
    else if (text.data.trim()) paragraphs.push({ block, nodes: [text], lang: block?.closest('[lang]')?.getAttribute('lang') ?? '' });
  }
  return paragraphs;
}

/** @param {string} lang */
function segmenter(lang) {
  try {
    return new Intl.Segmenter(lang || undefined, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
}
