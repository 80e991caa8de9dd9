/**
 * Speaks sentences one after another, from any of them. Each is an utterance of its own: browsers stop long ones in the
 * middle, and a change of voice or speed is heard at once.
 */

/**
 * @typedef {import('./sentences.js').Sentence} Sentence
 * @typedef {object} Listener
 * @property {(sentence: Sentence, word: { from: number, to: number } | null) => void} at
 * @property {(state: 'playing' | 'paused' | 'ended' | 'failed') => void} state
 */

/** Errors that only say that we stopped the voice ourselves. */
const OUR_OWN = ['canceled', 'interrupted'];

export class Speaker {
  #place = 0;
  #isPlaying = false;
  /** @type {SpeechSynthesisUtterance | null} The one being spoken; what an older one has to say no longer counts. */
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
    this.listener.state('playing');
    this.#speak();
  }

  /** The sentence is begun again on the next play: a voice cannot be relied on to go on within one. */
  pause() {
    this.#isPlaying = false;
    this.#silence();
    this.listener.state('paused');
  }

  /** @param {1 | -1} direction */
  moveSentence(direction) {
    this.#moveTo(this.#place + direction);
  }

  /** @param {1 | -1} direction */
  moveParagraph(direction) {
    const here = this.sentences[this.#place]?.paragraph ?? 0;
    const wanted = here + direction;
    const place = this.sentences.findIndex(({ paragraph }) => paragraph >= wanted);
    this.#moveTo(place < 0 ? this.sentences.length - 1 : place);
  }

  /** A new voice or speed is heard from the start of the sentence. */
  change() {
    if (this.#isPlaying) this.#speak();
  }

  stop() {
    this.#isPlaying = false;
    this.#silence();
  }

  /** @param {number} place */
  #moveTo(place) {
    this.#place = Math.max(0, Math.min(place, this.sentences.length - 1));
    const sentence = this.sentences[this.#place];
    if (!sentence) return;
    this.listener.at(sentence, null);
    if (this.#isPlaying) this.#speak();
  }

  #silence() {
    this.#current = null;
    speechSynthesis.cancel();
  }

  #speak() {
    this.#silence();
    const sentence = this.sentences[this.#place];
    if (!sentence) {
      this.#place = 0;
      this.#isPlaying = false;
      this.listener.state('ended');
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
      this.listener.at(sentence, { from: charIndex, to: charIndex + length });
    });
    utterance.addEventListener('end', () => {
      if (this.#current !== utterance) return;
      this.#place += 1;
      this.#speak();
    });
    utterance.addEventListener('error', ({ error }) => {
      if (this.#current !== utterance || OUR_OWN.includes(error)) return;
      this.#isPlaying = false;
      this.#current = null;
      this.listener.state('failed');
    });
    this.listener.at(sentence, null);
    speechSynthesis.speak(utterance);
  }
}
