/**
 * The display settings in a popover.
 */

import { changeSettings, currentPreset, currentSettings, OPTIONS, PRESETS, resetSettings, settingsAreSaved } from '../settings.js';
import { element } from './element.js';
import { t } from './i18n.js';
import { showShortcuts } from './keyboard-shortcuts.js';
import { segmentedControl, stepper } from './setting-controls.js';
import { themePicker } from './theme-picker.js';

/** @typedef {import('./setting-controls.js').Control} Control */

const percent = (/** @type {number} */ value) => `${value} %`;
const hundredths = (/** @type {number} */ value) => percent(Math.round(value * 100));

export class SettingsPanel extends HTMLElement {
  /** @type {Control[]} */
  #controls = [];
  #status = element('p', { className: 'hint' });

  connectedCallback() {
    if (this.hasChildNodes()) return;
    const [main, typography] = [
      [themePicker(), stepper('size', percent), select('font'), presetButtons(), select('layout')],
      [
        stepper('weight', String),
        stepper('lineHeight', String),
        stepper('lineLength', String),
        stepper('letterSpacing', hundredths),
        stepper('wordSpacing', hundredths),
        stepper('paragraphSpacing', String),
        segmentedControl('align'),
        segmentedControl('hyphens'),
      ],
    ];
    this.#controls = [main, typography].flat();
    const boxes = (/** @type {Control[]} */ controls) => controls.map(({ box }) => box);
    const details = element('details', {}, element('summary', {}, t('settings.typography')), ...boxes(typography));
    this.append(...boxes(main), details, this.#footer());
    addEventListener('recto-settings-changed', () => this.#update());
    this.#update();
  }

  #footer() {
    this.#status.setAttribute('role', 'status');
    const reset = element('button', { type: 'button', className: 'small' }, t('settings.reset'));
    reset.addEventListener('click', () => {
      resetSettings();
      if (settingsAreSaved()) this.#status.textContent = t('settings.resetDone');
    });
    const shortcuts = element('button', { type: 'button', className: 'small keyboard-only' }, t('shortcuts.title'));
    shortcuts.addEventListener('click', showShortcuts);
    return element('div', { className: 'panel-footer' }, reset, ' ', shortcuts, this.#status);
  }

  #update() {
    for (const { update } of this.#controls) update();
    this.#status.textContent = t(settingsAreSaved() ? 'settings.saved' : 'settings.notSaved');
  }
}

customElements.define('recto-settings', SettingsPanel);

/**
 * @param {'font' | 'layout'} name
 * @returns {Control}
 */
function select(name) {
  const label = (/** @type {string} */ value) => t(/** @type {import('./i18n.js').MessageKey} */ (`settings.${name}.${value}`));
  const options = OPTIONS[name].map((value) => element('option', { value }, label(value)));
  const control = element('select', {}, ...options);
  control.addEventListener('change', () => changeSettings({ [name]: control.value }));
  const update = () => {
    control.value = currentSettings()[name];
  };
  return { box: element('label', { className: 'setting' }, element('span', {}, t(`settings.${name}`)), control), update };
}

/** @returns {Control} */
function presetButtons() {
  const buttons = /** @type {(keyof typeof PRESETS)[]} */ (Object.keys(PRESETS)).map((name) => {
    const button = element('button', { type: 'button', className: 'small' }, t(`settings.preset.${name}`));
    button.addEventListener('click', () => changeSettings(PRESETS[name]));
    return { name, button };
  });
  const update = () => {
    const current = currentPreset();
    for (const { name, button } of buttons) button.ariaPressed = String(name === current);
  };
  const box = element('fieldset', { className: 'setting' }, element('legend', {}, t('settings.preset')), element('div', { className: 'presets' }, ...buttons.map(({ button }) => button)));
  return { box, update };
}
