/**
 * The controls that settings are made of: choices side by side, and steps with a button at either end.
 */

import { changeSettings, CHOICES, currentSettings, stepSetting } from '../settings.js';
import { element } from './element.js';
import { say } from './i18n.js';

/**
 * A control and how it follows its setting.
 *
 * @typedef {{ box: HTMLElement, update: () => void }} Control
 * @typedef {Parameters<typeof stepSetting>[0]} Stepped
 */

/**
 * @param {Stepped} name
 * @param {(value: number) => string} format
 * @returns {Control}
 */
export function steps(name, format) {
  const [less, more] = /** @type {const} */ (['less', 'more']).map((end) => {
    const button = element('button', { type: 'button', ariaLabel: say(`settings.${name}.${end}`) }, name === 'size' ? 'A' : end === 'less' ? '−' : '+');
    button.addEventListener('click', () => stepSetting(name, end === 'less' ? -1 : 1));
    return button;
  });
  const shown = element('output');
  const row = element('div', { className: 'steps' }, less ?? '', shown, more ?? '');
  const legend = element('legend', {}, say(`settings.${name}`));
  const update = () => {
    const value = currentSettings()[name];
    shown.textContent = format(value);
    // Not `disabled`, which would throw the focus away at the end of the scale.
    if (less) less.ariaDisabled = String(value === CHOICES[name][0]);
    if (more) more.ariaDisabled = String(value === CHOICES[name].at(-1));
  };
  return { box: element('fieldset', { className: `setting ${name}` }, legend, row), update };
}

/**
 * @param {'align' | 'hyphens' | 'keys'} name
 * @returns {Control}
 */
export function choices(name) {
  const radios = CHOICES[name].map((value) => {
    const radio = element('input', { type: 'radio', name, value });
    radio.addEventListener('change', () => changeSettings({ [name]: value }));
    return { radio, label: element('label', {}, radio, element('span', {}, say(/** @type {import('./i18n.js').Phrase} */ (`settings.${name}.${value}`)))) };
  });
  const row = element('div', { className: 'choices' }, ...radios.map(({ label }) => label));
  const update = () => {
    for (const { radio } of radios) radio.checked = radio.value === currentSettings()[name];
  };
  return { box: element('fieldset', { className: 'setting' }, element('legend', {}, say(`settings.${name}`)), row), update };
}
