/**
 * The keys of the reading view, and the list of them that `?` shows. Single keys get in the way of those who speak to
 * their device, so they can be switched off (WCAG 2.2, 2.1.4); the list has a button of its own.
 */

import { currentSettings } from '../settings.js';
import { element } from './element.js';
import { isPaged, isReached, linesLit, reveal } from './layout.js';
import { icon } from './icon.js';
import { say } from './i18n.js';
import { choices } from './setting-controls.js';

/** @typedef {{ keys: string[], says: import('./i18n.js').Phrase, run?: () => void }} Key */

/** @type {readonly Key[]} */
const READING = [
  { keys: ['n'], says: 'keys.nextHeading', run: () => goToHeading(1) },
  { keys: ['p'], says: 'keys.previousHeading', run: () => goToHeading(-1) },
  { keys: ['/'], says: 'find.open', run: () => press('recto-find > button') },
  { keys: ['o'], says: 'outline.open', run: () => press('recto-outline > button') },
  { keys: ['r'], says: 'aloud.open', run: () => press('recto-listen > button') },
  { keys: ['s'], says: 'take.open', run: () => press('recto-take-away > button') },
  { keys: ['a'], says: 'site.settings', run: () => press('[popovertarget=settings]') },
  { keys: ['+'], says: 'settings.size.more', run: () => press('recto-settings .size button:last-of-type') },
  { keys: ['-'], says: 'settings.size.less', run: () => press('recto-settings .size button') },
  { keys: ['?'], says: 'keys.title', run: showKeys },
];

/** @type {readonly Key[]} The bar of pages and the lit lines have these themselves, in those ways of reading. */
const MOVING = [
  { keys: ['→'], says: 'pages.next' },
  { keys: ['←'], says: 'pages.previous' },
  { keys: ['↓'], says: 'keys.nextLine' },
  { keys: ['↑'], says: 'keys.previousLine' },
];

/** @type {readonly Key[]} The player has these itself, while it reads. */
const LISTENING = [
  { keys: ['k'], says: 'keys.playPause' },
  { keys: ['j'], says: 'aloud.previousSentence' },
  { keys: ['l'], says: 'aloud.nextSentence' },
  { keys: ['⇧', 'j'], says: 'aloud.previousParagraph' },
  { keys: ['⇧', 'l'], says: 'aloud.nextParagraph' },
  { keys: ['Esc'], says: 'aloud.close' },
];

class KeyList extends HTMLElement {
  #close = element('button', { type: 'button', ariaLabel: say('keys.close') }, icon('M5 5l10 10M15 5 5 15'));
  #choice = choices('keys');
  #dialog = element('dialog', { ariaLabel: say('keys.title') }, this.#close, element('h2', {}, say('keys.title')), list(READING), element('h3', {}, say('settings.flow')), list(MOVING), element('h3', {}, say('aloud.title')), list(LISTENING), this.#choice.box);

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.#dialog.close());
    this.append(this.#dialog);
    addEventListener('keydown', run);
    addEventListener('recto-settings', this.#choice.update);
    this.#choice.update();
  }

  show() {
    this.#dialog.showModal();
  }
}

customElements.define('recto-keys', KeyList);

export function showKeys() {
  const list = document.querySelector('recto-keys');
  if (list instanceof KeyList) list.show();
}

/** @param {KeyboardEvent} event */
function run(event) {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  const isTyping = target instanceof Element && target.closest('input:not([type=radio]), textarea, select, dialog, [contenteditable]');
  if (event.defaultPrevented || ctrlKey || altKey || metaKey || isTyping || currentSettings().keys === 'off') return;
  if (!document.querySelector('recto-article')?.checkVisibility()) return;
  const found = READING.find(({ keys }) => keys[0] === key.toLowerCase());
  if (!found) return;
  event.preventDefault();
  found.run?.();
}

/**
 * Presses a button where it is, so that the focus goes on from there.
 *
 * @param {string} selector
 */
function press(selector) {
  const button = document.querySelector(selector);
  if (!(button instanceof HTMLElement)) return;
  button.focus({ preventScroll: true });
  button.click();
}

/**
 * From the heading that was gone to, while it has the focus; else from what stands under the bar.
 *
 * @param {1 | -1} direction
 */
function goToHeading(direction) {
  const headings = [...document.querySelectorAll('recto-article h1, recto-article .content :is(h2, h3, h4, h5, h6)')];
  const bar = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const isAbove = (/** @type {Element} */ heading) => (isPaged() ? isReached(heading) : heading.getBoundingClientRect().top < bar);
  const focused = headings.findIndex((heading) => heading === document.activeElement);
  const passed = headings.findLastIndex(isAbove);
  const place = focused >= 0 ? focused + direction : direction === 1 ? passed + 1 : passed;
  const next = headings[place];
  if (!(next instanceof HTMLElement)) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  if (isPaged() || linesLit()) reveal(next.getBoundingClientRect());
  else next.scrollIntoView();
}

/** @param {readonly Key[]} keys */
function list(keys) {
  const rows = keys.map(({ keys: [...names], says }) => {
    const shown = names.flatMap((name, place) => [place > 0 ? ' ' : '', element('kbd', {}, name.length === 1 ? name.toUpperCase() : name)]);
    return element('div', {}, element('dt', {}, ...shown), element('dd', {}, say(says)));
  });
  return element('dl', {}, ...rows);
}
