/**
 * Speaks sentences one after another. Each is an utterance of its own, because browsers cut off long utterances, and so
 * that a change of voice or speed takes effect immediately.
 */

/**
 * @typedef {import('./sentences.js').Sentence} Sentence
 * @typedef {object} Listener
 * @property {(sentence: Sentence, word: { from: number, to: number } | null) => void} onPosition
 * @property {(state: 'playing' | 'paused' | 'ended' | 'failed') => void} onState
 */

/** Errors that `speechSynthesis.cancel()` causes. */
const CANCEL_ERRORS = ['canceled', 'interrupted'];

export class Speaker {
  #index = 0;
  #isPlaying = false;
  /** @type {SpeechSynthesisUtterance | null} The one being spoken. Events of earlier ones are ignored. */
  #current = null;

  rate = 1;
  /** @type {SpeechSynthesisVoice | null} */
  voice = null;

  /**
   * @param {Sentence[]} sentences
   * @param {Listener} listener
   */
  constructor(sentences, listener) {
    this.sentences = sentences;
    this.listener = listener;
  }

  get isPlaying() {
    return this.#isPlaying;
  }

  play() {
    this.#isPlaying = true;
    this.listener.onState('playing');
    this.#speak();
  }

  /** Playing resumes at the start of the sentence, because `speechSynthesis.resume()` is unreliable. */
  pause() {
    this.#isPlaying = false;
    this.#cancel();
    this.listener.onState('paused');
  }

  /** @param {1 | -1} direction */
  moveSentence(direction) {
    this.#moveTo(this.#index + direction);
  }

  /** @param {1 | -1} direction */
  moveParagraph(direction) {
    const target = (this.sentences[this.#index]?.paragraph ?? 0) + direction;
    const index = this.sentences.findIndex(({ paragraph }) => paragraph >= target);
    this.#moveTo(index < 0 ? this.sentences.length - 1 : index);
  }

  /** Speaks the sentence again from its start, with a new voice or speed. */
  restart() {
    if (this.#isPlaying) this.#speak();
  }

  stop() {
    this.#isPlaying = false;
    this.#cancel();
  }

  /** @param {number} index */
  #moveTo(index) {
    this.#index = Math.max(0, Math.min(index, this.sentences.length - 1));
    const sentence = this.sentences[this.#index];
    if (!sentence) return;
    this.listener.onPosition(sentence, null);
    if (this.#isPlaying) this.#speak();
  }

  #cancel() {
    this.#current = null;
    speechSynthesis.cancel();
  }

  #speak() {
    this.#cancel();
    const sentence = this.sentences[this.#index];
    if (!sentence) {
      this.#index = 0;
      this.#isPlaying = false;
      this.listener.onState('ended');
      return;
    }
    const utterance = new SpeechSynthesisUtterance(sentence.text);
    this.#current = utterance;
    utterance.lang = sentence.lang;
    utterance.rate = this.rate;
    if (this.voice) utterance.voice = this.voice;
    utterance.addEventListener('boundary', ({ name, charIndex, charLength }) => {
      if (this.#current !== utterance || name !== 'word') return;
      const length = charLength || /^[\p{L}\p{N}\p{M}’'-]+/u.exec(sentence.text.slice(charIndex))?.[0].length || 1;
      this.listener.onPosition(sentence, { from: charIndex, to: charIndex + length });
    });
    utterance.addEventListener('end', () => {
      if (this.#current !== utterance) return;
      this.#index += 1;
      this.#speak();
    });
    utterance.addEventListener('error', ({ error }) => {
      if (this.#current !== utterance || CANCEL_ERRORS.includes(error)) return;
      this.#isPlaying = false;
      this.#current = null;
      this.listener.onState('failed');
    });
    this.listener.onPosition(sentence, null);
    speechSynthesis.speak(utterance);
  }
}
