/**
 * The keyboard shortcuts of the reading view, and the dialog that lists them (`?`). Single-key shortcuts interfere with
 * speech input, so they can be turned off (WCAG 2.2, 2.1.4); the dialog can be opened by a button too.
 */

import { currentSettings } from '../settings.js';
import { element } from './element.js';
import { t } from './i18n.js';
import { icon } from './icon.js';
import { focusedLineCount, isPaged, isReached, reveal } from './layout.js';
import { segmentedControl } from './setting-controls.js';

/** @typedef {{ keys: string[], label: import('./i18n.js').MessageKey, run?: () => void }} Shortcut */

/** @type {readonly Shortcut[]} */
const READING = [
  { keys: ['n'], label: 'shortcuts.nextHeading', run: () => goToHeading(1) },
  { keys: ['p'], label: 'shortcuts.previousHeading', run: () => goToHeading(-1) },
  { keys: ['/'], label: 'find.open', run: () => click('recto-find > button') },
  { keys: ['o'], label: 'outline.title', run: () => click('recto-outline > button') },
  { keys: ['r'], label: 'readAloud.open', run: () => click('recto-read-aloud > button') },
  { keys: ['s'], label: 'export.open', run: () => click('recto-export-menu > button') },
  { keys: ['a'], label: 'toolbar.settings', run: () => click('[popovertarget=settings]') },
  { keys: ['+'], label: 'settings.size.more', run: () => click('recto-settings .size button:last-of-type') },
  { keys: ['-'], label: 'settings.size.less', run: () => click('recto-settings .size button') },
  { keys: ['?'], label: 'shortcuts.title', run: showShortcuts },
];

/** @type {readonly Shortcut[]} Handled by the page bar and line focus, in their layouts. */
const NAVIGATION = [
  { keys: ['→'], label: 'pages.next' },
  { keys: ['←'], label: 'pages.previous' },
  { keys: ['↓'], label: 'shortcuts.nextLine' },
  { keys: ['↑'], label: 'shortcuts.previousLine' },
];

/** @type {readonly Shortcut[]} Handled by the player while it is open. */
const READ_ALOUD = [
  { keys: ['k'], label: 'shortcuts.playPause' },
  { keys: ['j'], label: 'readAloud.previousSentence' },
  { keys: ['l'], label: 'readAloud.nextSentence' },
  { keys: ['⇧', 'j'], label: 'readAloud.previousParagraph' },
  { keys: ['⇧', 'l'], label: 'readAloud.nextParagraph' },
  { keys: ['Esc'], label: 'readAloud.close' },
];

class ShortcutsDialog extends HTMLElement {
  #close = element('button', { type: 'button', ariaLabel: t('shortcuts.close') }, icon('M5 5l10 10M15 5 5 15'));
  #onOff = segmentedControl('shortcuts');
  #dialog = element(
    'dialog',
    { ariaLabel: t('shortcuts.title') },
    this.#close,
    element('h2', {}, t('shortcuts.title')),
    list(READING),
    element('h3', {}, t('settings.layout')),
    list(NAVIGATION),
    element('h3', {}, t('readAloud.title')),
    list(READ_ALOUD),
    this.#onOff.box,
  );

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#close.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', ({ target }) => target === this.#dialog && this.#dialog.close());
    this.append(this.#dialog);
    addEventListener('keydown', onKey);
    addEventListener('recto-settings-changed', this.#onOff.update);
    this.#onOff.update();
  }

  show() {
    this.#dialog.showModal();
  }
}

customElements.define('recto-shortcuts', ShortcutsDialog);

export function showShortcuts() {
  const dialog = document.querySelector('recto-shortcuts');
  if (dialog instanceof ShortcutsDialog) dialog.show();
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  const isTyping = target instanceof Element && target.closest('input:not([type=radio]), textarea, select, dialog, [contenteditable]');
  if (event.defaultPrevented || ctrlKey || altKey || metaKey || isTyping || currentSettings().shortcuts === 'off') return;
  if (!document.querySelector('recto-article')?.checkVisibility()) return;
  const shortcut = READING.find(({ keys }) => keys[0] === key.toLowerCase());
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run?.();
}

/**
 * Focuses and clicks a button, so that keyboard navigation continues from there.
 *
 * @param {string} selector
 */
function click(selector) {
  const button = document.querySelector(selector);
  if (!(button instanceof HTMLElement)) return;
  button.focus({ preventScroll: true });
  button.click();
}

/**
 * Relative to the heading that has the focus, else to the scroll position.
 *
 * @param {1 | -1} direction
 */
function goToHeading(direction) {
  const headings = [...document.querySelectorAll('recto-article h1, recto-article .content :is(h2, h3, h4, h5, h6)')];
  const headerBottom = document.querySelector('.site-header')?.getBoundingClientRect().bottom ?? 0;
  const isAbove = (/** @type {Element} */ heading) => (isPaged() ? isReached(heading) : heading.getBoundingClientRect().top < headerBottom);
  const focused = headings.findIndex((heading) => heading === document.activeElement);
  const current = headings.findLastIndex(isAbove);
  const index = focused >= 0 ? focused + direction : direction === 1 ? current + 1 : current;
  const next = headings[index];
  if (!(next instanceof HTMLElement)) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  if (isPaged() || focusedLineCount()) reveal(next.getBoundingClientRect());
  else next.scrollIntoView();
}

/** @param {readonly Shortcut[]} shortcuts */
function list(shortcuts) {
  const rows = shortcuts.map(({ keys, label }) => {
    const caps = keys.flatMap((key, index) => [index > 0 ? ' ' : '', element('kbd', {}, key.length === 1 ? key.toUpperCase() : key)]);
    return element('div', {}, element('dt', {}, ...caps), element('dd', {}, t(label)));
  });
  return element('dl', {}, ...rows);
}
