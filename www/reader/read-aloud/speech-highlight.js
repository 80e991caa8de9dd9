/**
 * Lights the sentence and the word that are being read, and keeps them in view. Where the browser cannot light a range,
 * the sentence is the selection.
 */

import { reveal } from '../layout.js';

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
  reveal((word ?? sentence).getBoundingClientRect());
}

export function unlight() {
  if (canLight) for (const name of ['recto-sentence', 'recto-word']) CSS.highlights.delete(name);
  else getSelection()?.removeAllRanges();
}
