/**
 * Lights the sentence and the word that are being read, and keeps them in view. Where the browser cannot light a range,
 * the sentence is the selection.
 */

/** How near the edges of the window, in pixels, a sentence may come before the page moves. */
const EDGE = 96;

const canLight = 'highlights' in CSS;

/**
 * @param {Range} sentence
 * @param {Range | null} word
 */
export function light(sentence, word) {
  if (canLight) {
    CSS.highlights.set('recto-sentence', new Highlight(sentence));
    if (word) CSS.highlights.set('recto-word', new Highlight(word));
    else CSS.highlights.delete('recto-word');
  } else {
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(word ?? sentence);
  }
  keepInView((word ?? sentence).getBoundingClientRect());
}

export function unlight() {
  if (canLight) for (const name of ['recto-sentence', 'recto-word']) CSS.highlights.delete(name);
  else getSelection()?.removeAllRanges();
}

/** @param {DOMRect} box */
function keepInView({ top, bottom }) {
  if (top >= EDGE && bottom <= innerHeight - EDGE * 2) return;
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  scrollBy({ top: top - innerHeight / 3, behavior });
}
