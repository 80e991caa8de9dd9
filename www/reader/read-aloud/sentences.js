/**
 * What is read aloud: an article's paragraphs, each in sentences, each sentence with the place in the page where every
 * letter of it stands.
 */

/**
 * @typedef {{ node: Text, start: number, end: number }} Piece where in the paragraph's text a text node's letters are
 * @typedef {{ text: string, start: number, paragraph: number, pieces: Piece[], lang: string }} Sentence
 */

/** What is no text to listen to. */
const SILENT = 'pre, table, math, figure.embed, nav, .remark, recto-image-remark, .visually-hidden, [aria-hidden="true"], [hidden], button, sup > a';

const BLOCKS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, blockquote, figcaption, summary, td, th, div, section, article, aside';

/**
 * @param {HTMLElement} article
 * @returns {Sentence[]}
 */
export function sentencesOf(article) {
  return paragraphsOf(article).flatMap(({ nodes, lang }, paragraph) => {
    let length = 0;
    const pieces = nodes.map((node) => ({ node, start: length, end: (length += node.data.length) }));
    const text = nodes.map(({ data }) => data).join('');
    return [...segmenter(lang).segment(text)]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index }) => ({ text: segment, start: index, paragraph, pieces, lang }));
  });
}

/**
 * The place in the page of a part of a sentence.
 *
 * @param {Sentence} sentence
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Range}
 */
export function rangeOf({ pieces, start, text }, from = 0, to = text.trimEnd().length) {
  const range = document.createRange();
  const place = (/** @type {number} */ at) => {
    const piece = pieces.find(({ end }) => at < end) ?? pieces.at(-1);
    if (!piece) throw new Error('A sentence has no letters.');
    return { node: piece.node, offset: Math.min(at - piece.start, piece.node.data.length) };
  };
  const first = place(start + from);
  const last = place(start + Math.max(to - 1, from));
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
    const around = text.parentElement;
    if (!around || around.closest(SILENT) || !around.closest('h1, .dek, .content')) continue;
    const block = around.closest(BLOCKS);
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
