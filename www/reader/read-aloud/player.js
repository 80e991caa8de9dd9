/**
 * The player under an article that is read aloud. Keys, outside fields: K plays and pauses, J and L go back and on by a
 * sentence, with Shift by a paragraph, Escape ends.
 */

import { element } from '../element.js';
import { icon } from '../icon.js';
import { locale, say } from '../i18n.js';
import { light, unlight } from './speech-highlight.js';
import { rangeOf, sentencesOf } from './sentences.js';
import { Speaker } from './speaker.js';

const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

const ICONS = {
  play: 'M6.5 4v12l9-6Z',
  pause: 'M6.5 4.5v11M13.5 4.5v11',
  previousParagraph: 'M10 5l-5 5 5 5M15.5 5l-5 5 5 5',
  previousSentence: 'M12.5 5l-5 5 5 5',
  nextSentence: 'M7.5 5l5 5-5 5',
  nextParagraph: 'M4.5 5l5 5-5 5M10 5l5 5-5 5',
  close: 'M5 5l10 10M15 5 5 15',
};

export class Player extends HTMLElement {
  /** @type {Speaker | null} */
  #speaker = null;
  #lang = '';
  /** What there is to say of the voices while they speak. */
  #lack = '';
  #play = element('button', { type: 'button' });
  #speed = element('select', {}, ...SPEEDS.map((speed) => element('option', { value: String(speed), selected: speed === 1 }, `${new Intl.NumberFormat(locale).format(speed)}×`)));
  #voice = element('select');
  #said = element('p', { className: 'said' });
  #keys = (/** @type {KeyboardEvent} */ event) => this.#onKey(event);
  #voices = () => this.#fillVoices();

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.setAttribute('role', 'region');
    this.ariaLabel = say('aloud.title');
    this.#said.setAttribute('role', 'status');
    this.#play.addEventListener('click', () => this.#toggle());
    this.#speed.ariaLabel = say('aloud.speed');
    this.#voice.ariaLabel = say('aloud.voice');
    this.#speed.addEventListener('change', () => this.#change());
    this.#voice.addEventListener('change', () => this.#change());
    this.append(
      element(
        'div',
        { className: 'keys' },
        button('previousParagraph', () => this.#speaker?.moveParagraph(-1)),
        button('previousSentence', () => this.#speaker?.moveSentence(-1)),
        this.#play,
        button('nextSentence', () => this.#speaker?.moveSentence(1)),
        button('nextParagraph', () => this.#speaker?.moveParagraph(1)),
        this.#speed,
        this.#voice,
        button('close', () => this.close()),
      ),
      this.#said,
    );
    this.#showState('paused');
  }

  /** @param {HTMLElement} article */
  open(article) {
    this.close();
    this.hidden = false;
    this.#lang = article.lang;
    this.#speaker = new Speaker(sentencesOf(article), {
      at: (sentence, word) => light(rangeOf(sentence), word && rangeOf(sentence, word.from, word.to)),
      state: (state) => this.#showState(state),
    });
    addEventListener('keydown', this.#keys);
    speechSynthesis.addEventListener('voiceschanged', this.#voices);
    this.#fillVoices();
    this.#change();
    this.#speaker.play();
    this.#play.focus();
  }

  close() {
    const hadFocus = this.contains(document.activeElement);
    this.#speaker?.stop();
    this.#speaker = null;
    this.hidden = true;
    unlight();
    removeEventListener('keydown', this.#keys);
    speechSynthesis.removeEventListener('voiceschanged', this.#voices);
    this.dispatchEvent(new CustomEvent('recto-closed', { detail: { hadFocus } }));
  }

  #toggle() {
    if (this.#speaker?.isPlaying) this.#speaker.pause();
    else this.#speaker?.play();
  }

  #change() {
    if (!this.#speaker) return;
    this.#speaker.rate = Number(this.#speed.value);
    this.#speaker.voice = speechSynthesis.getVoices().find(({ voiceURI }) => voiceURI === this.#voice.value) ?? null;
    this.#speaker.change();
  }

  /** Voices of the article's language come first, and the first of them is taken; lists come late in some browsers. */
  #fillVoices() {
    const base = this.#lang.toLowerCase().split('-')[0] ?? '';
    const speaks = (/** @type {SpeechSynthesisVoice} */ { lang }) => lang.toLowerCase().split(/[-_]/)[0] === base;
    const all = speechSynthesis.getVoices();
    const fitting = base ? all.filter(speaks) : all;
    const chosen = this.#voice.value;
    const names = (fitting.length > 0 ? fitting : all).map(({ name, voiceURI }) => element('option', { value: voiceURI }, name));
    this.#voice.replaceChildren(element('option', { value: '' }, say('aloud.anyVoice')), ...names);
    this.#voice.value = names.some(({ value }) => value === chosen) ? chosen : (fitting[0]?.voiceURI ?? '');
    const lacks = base !== '' && all.length > 0 && fitting.length === 0;
    this.#lack = lacks ? say('aloud.noVoice', { language: new Intl.DisplayNames(locale, { type: 'language' }).of(base) ?? base }) : '';
    this.#said.textContent = this.#lack;
    if (this.#voice.value !== chosen) this.#change();
  }

  /** @param {'playing' | 'paused' | 'ended' | 'failed'} state */
  #showState(state) {
    const next = state === 'playing' ? 'pause' : 'play';
    this.#play.replaceChildren(icon(ICONS[next]));
    this.#play.ariaLabel = say(`aloud.${next}`);
    if (state === 'ended') {
      unlight();
      this.#said.textContent = say('aloud.end');
    } else if (state === 'failed') this.#said.textContent = say('aloud.failed');
    else if (state === 'playing') this.#said.textContent = this.#lack;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { key, shiftKey, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || (target instanceof Element && target.closest('input, textarea, select, dialog'))) return;
    const move = shiftKey ? 'moveParagraph' : 'moveSentence';
    /** @type {Record<string, () => void>} */
    const keys = {
      k: () => this.#toggle(),
      j: () => this.#speaker?.[move](-1),
      l: () => this.#speaker?.[move](1),
      escape: () => this.close(),
    };
    const run = keys[key.toLowerCase()];
    if (!run) return;
    event.preventDefault();
    run();
  }
}

customElements.define('recto-player', Player);

/**
 * @param {Exclude<keyof typeof ICONS, 'play' | 'pause'>} name
 * @param {() => void} run
 */
function button(name, run) {
  const made = element('button', { type: 'button', ariaLabel: say(`aloud.${name}`), title: say(`aloud.${name}`) }, icon(ICONS[name]));
  made.addEventListener('click', run);
  return made;
}
