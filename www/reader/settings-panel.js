/**
 * The panel behind the "Aa" button: theme and type. It is a popover, so the browser opens and closes it.
 */

import { changeSettings, CHOICES, currentPreset, currentSettings, PRESETS, resetSettings, settingsAreKept } from '../settings.js';
import { element } from './element.js';
import { showKeys } from './keyboard-shortcuts.js';
import { say } from './i18n.js';
import { choices, steps } from './setting-controls.js';
import { themeChoice } from './theme-picker.js';

/** @typedef {import('./setting-controls.js').Control} Control */

const percent = (/** @type {number} */ value) => `${value} %`;
const hundredths = (/** @type {number} */ value) => percent(Math.round(value * 100));
const plain = (/** @type {number} */ value) => String(value);

export class SettingsPanel extends HTMLElement {
  /** @type {Control[]} */
  #controls = [];
  #status = element('p', { className: 'aside' });

  connectedCallback() {
    if (this.hasChildNodes()) return;
    const [first, type] = [
      [themeChoice(), steps('size', percent), selection('font'), presetChoice(), selection('flow')],
      [
        steps('weight', plain),
        steps('lineHeight', plain),
        steps('measure', plain),
        steps('letterSpacing', hundredths),
        steps('wordSpacing', hundredths),
        steps('paragraphSpacing', plain),
        choices('align'),
        choices('hyphens'),
      ],
    ];
    this.#controls = [first, type].flat();
    const boxes = (/** @type {Control[]} */ controls) => controls.map(({ box }) => box);
    const more = element('details', {}, element('summary', {}, say('settings.type')), ...boxes(type));
    this.append(...boxes(first), more, this.#reset());
    addEventListener('recto-settings', () => this.#update());
    this.#update();
  }

  #reset() {
    this.#status.setAttribute('role', 'status');
    const button = element('button', { type: 'button', className: 'quiet' }, say('settings.reset'));
    button.addEventListener('click', () => {
      resetSettings();
      if (settingsAreKept()) this.#status.textContent = say('settings.wasReset');
    });
    const keys = element('button', { type: 'button', className: 'quiet for-keys' }, say('keys.title'));
    keys.addEventListener('click', showKeys);
    return element('div', { className: 'reset' }, button, ' ', keys, this.#status);
  }

  #update() {
    for (const { update } of this.#controls) update();
    this.#status.textContent = say(settingsAreKept() ? 'settings.kept' : 'settings.notKept');
  }
}

customElements.define('recto-settings', SettingsPanel);

/**
 * @param {'font' | 'flow'} name
 * @returns {Control}
 */
function selection(name) {
  const phrase = (/** @type {string} */ value) => say(/** @type {import('./i18n.js').Phrase} */ (`settings.${name}.${value}`));
  const options = CHOICES[name].map((value) => element('option', { value }, phrase(value)));
  const select = element('select', {}, ...options);
  select.addEventListener('change', () => changeSettings({ [name]: select.value }));
  const update = () => {
    select.value = currentSettings()[name];
  };
  return { box: element('label', { className: 'setting' }, element('span', {}, say(`settings.${name}`)), select), update };
}

/** @returns {Control} */
function presetChoice() {
  const buttons = /** @type {(keyof typeof PRESETS)[]} */ (Object.keys(PRESETS)).map((name) => {
    const button = element('button', { type: 'button', className: 'quiet' }, say(`settings.preset.${name}`));
    button.addEventListener('click', () => changeSettings(PRESETS[name]));
    return { name, button };
  });
  const update = () => {
    const current = currentPreset();
    for (const { name, button } of buttons) button.ariaPressed = String(name === current);
  };
  const box = element('fieldset', { className: 'setting' }, element('legend', {}, say('settings.preset')), element('div', { className: 'presets' }, ...buttons.map(({ button }) => button)));
  return { box, update };
}
