/**
 * Highlights the sentence and the word being spoken, and keeps them in view. Browsers without the CSS Custom Highlight
 * API select the word or sentence instead.
 */

import { reveal } from '../layout.js';

const supportsHighlights = 'highlights' in CSS;

/**
 * @param {Range} sentence
 * @param {Range | null} word
 */
export function highlightSpeech(sentence, word) {
  if (supportsHighlights) {
    CSS.highlights.set('recto-sentence', new Highlight(sentence));
    if (word) CSS.highlights.set('recto-word', new Highlight(word));
    else CSS.highlights.delete('recto-word');
  } else {
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(word ?? sentence);
  }
  reveal((word ?? sentence).getBoundingClientRect());
}

export function clearSpeechHighlight() {
  if (supportsHighlights) for (const name of ['recto-sentence', 'recto-word']) CSS.highlights.delete(name);
  else getSelection()?.removeAllRanges();
}
