/**
 * The player bar for reading aloud. Keyboard shortcuts, except in form fields: K plays and pauses, J and L go back and
 * forward by a sentence, with Shift by a paragraph, Escape closes.
 */

import { element } from '../element.js';
import { icon } from '../icon.js';
import { locale, t } from '../i18n.js';
import { sentenceRange, sentencesOf } from './sentences.js';
import { Speaker } from './speaker.js';
import { clearSpeechHighlight, highlightSpeech } from './speech-highlight.js';

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
  /** The warning shown while playing where no voice for the article's language is installed. */
  #voiceWarning = '';
  #play = element('button', { type: 'button' });
  #speed = element('select', {}, ...SPEEDS.map((speed) => element('option', { value: String(speed), selected: speed === 1 }, `${new Intl.NumberFormat(locale).format(speed)}×`)));
  #voice = element('select');
  #status = element('p', { className: 'status' });
  #keyListener = (/** @type {KeyboardEvent} */ event) => this.#onKey(event);
  #voicesListener = () => this.#fillVoices();

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.setAttribute('role', 'region');
    this.ariaLabel = t('readAloud.title');
    this.#status.setAttribute('role', 'status');
    this.#play.addEventListener('click', () => this.#toggle());
    this.#speed.ariaLabel = t('readAloud.speed');
    this.#voice.ariaLabel = t('readAloud.voice');
    this.#speed.addEventListener('change', () => this.#applyVoice());
    this.#voice.addEventListener('change', () => this.#applyVoice());
    this.append(
      element(
        'div',
        { className: 'controls' },
        button('previousParagraph', () => this.#speaker?.moveParagraph(-1)),
        button('previousSentence', () => this.#speaker?.moveSentence(-1)),
        this.#play,
        button('nextSentence', () => this.#speaker?.moveSentence(1)),
        button('nextParagraph', () => this.#speaker?.moveParagraph(1)),
        this.#speed,
        this.#voice,
        button('close', () => this.close()),
      ),
      this.#status,
    );
    this.#showState('paused');
  }

  /** @param {HTMLElement} article */
  open(article) {
    this.close();
    this.hidden = false;
    this.#lang = article.lang;
    this.#speaker = new Speaker(sentencesOf(article), {
      onPosition: (sentence, word) => highlightSpeech(sentenceRange(sentence), word && sentenceRange(sentence, word.from, word.to)),
      onState: (state) => this.#showState(state),
    });
    addEventListener('keydown', this.#keyListener);
    speechSynthesis.addEventListener('voiceschanged', this.#voicesListener);
    this.#fillVoices();
    this.#applyVoice();
    this.#speaker.play();
    this.#play.focus();
  }

  close() {
    const hadFocus = this.contains(document.activeElement);
    this.#speaker?.stop();
    this.#speaker = null;
    this.hidden = true;
    clearSpeechHighlight();
    removeEventListener('keydown', this.#keyListener);
    speechSynthesis.removeEventListener('voiceschanged', this.#voicesListener);
    this.dispatchEvent(new CustomEvent('recto-player-closed', { detail: { hadFocus } }));
  }

  #toggle() {
    if (this.#speaker?.isPlaying) this.#speaker.pause();
    else this.#speaker?.play();
  }

  #applyVoice() {
    if (!this.#speaker) return;
    this.#speaker.rate = Number(this.#speed.value);
    this.#speaker.voice = speechSynthesis.getVoices().find(({ voiceURI }) => voiceURI === this.#voice.value) ?? null;
    this.#speaker.restart();
  }

  /** Lists the voices of the article's language and selects the first. Some browsers load the list asynchronously. */
  #fillVoices() {
    const base = this.#lang.toLowerCase().split('-')[0] ?? '';
    const matches = (/** @type {SpeechSynthesisVoice} */ { lang }) => lang.toLowerCase().split(/[-_]/)[0] === base;
    const all = speechSynthesis.getVoices();
    const matching = base ? all.filter(matches) : all;
    const chosen = this.#voice.value;
    const options = (matching.length > 0 ? matching : all).map(({ name, voiceURI }) => element('option', { value: voiceURI }, name));
    this.#voice.replaceChildren(element('option', { value: '' }, t('readAloud.defaultVoice')), ...options);
    this.#voice.value = options.some(({ value }) => value === chosen) ? chosen : (matching[0]?.voiceURI ?? '');
    const isMissing = base !== '' && all.length > 0 && matching.length === 0;
    this.#voiceWarning = isMissing ? t('readAloud.noVoice', { language: new Intl.DisplayNames(locale, { type: 'language' }).of(base) ?? base }) : '';
    this.#status.textContent = this.#voiceWarning;
    if (this.#voice.value !== chosen) this.#applyVoice();
  }

  /** @param {'playing' | 'paused' | 'ended' | 'failed'} state */
  #showState(state) {
    const next = state === 'playing' ? 'pause' : 'play';
    this.#play.replaceChildren(icon(ICONS[next]));
    this.#play.ariaLabel = t(`readAloud.${next}`);
    if (state === 'ended') {
      clearSpeechHighlight();
      this.#status.textContent = t('readAloud.end');
    } else if (state === 'failed') this.#status.textContent = t('readAloud.failed');
    else if (state === 'playing') this.#status.textContent = this.#voiceWarning;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const { key, shiftKey, ctrlKey, altKey, metaKey, target } = event;
    if (ctrlKey || altKey || metaKey || (target instanceof Element && target.closest('input, textarea, select, dialog'))) return;
    const move = shiftKey ? 'moveParagraph' : 'moveSentence';
    /** @type {Record<string, () => void>} */
    const actions = {
      k: () => this.#toggle(),
      j: () => this.#speaker?.[move](-1),
      l: () => this.#speaker?.[move](1),
      escape: () => this.close(),
    };
    const run = actions[key.toLowerCase()];
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
  const label = t(`readAloud.${name}`);
  const created = element('button', { type: 'button', ariaLabel: label, title: label }, icon(ICONS[name]));
  created.addEventListener('click', run);
  return created;
}
