/**
 * Controls for settings: a segmented control of radio buttons, and a stepper with a button at either end.
 */

import { changeSettings, currentSettings, OPTIONS, stepSetting } from '../settings.js';
import { element } from './element.js';
import { t } from './i18n.js';

/**
 * A control, and a function that updates it from its setting.
 *
 * @typedef {{ box: HTMLElement, update: () => void }} Control
 * @typedef {Parameters<typeof stepSetting>[0]} SteppedSetting
 */

/**
 * @param {SteppedSetting} name
 * @param {(value: number) => string} format
 * @returns {Control}
 */
export function stepper(name, format) {
  const [less, more] = /** @type {const} */ (['less', 'more']).map((end) => {
    const button = element('button', { type: 'button', ariaLabel: t(`settings.${name}.${end}`) }, name === 'size' ? 'A' : end === 'less' ? '−' : '+');
    button.addEventListener('click', () => stepSetting(name, end === 'less' ? -1 : 1));
    return button;
  });
  const output = element('output');
  const row = element('div', { className: 'stepper' }, less ?? '', output, more ?? '');
  const legend = element('legend', {}, t(`settings.${name}`));
  const update = () => {
    const value = currentSettings()[name];
    output.textContent = format(value);
    // Not `disabled`, which would lose the keyboard focus at the end of the scale.
    if (less) less.ariaDisabled = String(value === OPTIONS[name][0]);
    if (more) more.ariaDisabled = String(value === OPTIONS[name].at(-1));
  };
  return { box: element('fieldset', { className: `setting ${name}` }, legend, row), update };
}

/**
 * @param {'align' | 'hyphens' | 'shortcuts'} name
 * @returns {Control}
 */
export function segmentedControl(name) {
  const radios = OPTIONS[name].map((value) => {
    const radio = element('input', { type: 'radio', name, value });
    radio.addEventListener('change', () => changeSettings({ [name]: value }));
    return { radio, label: element('label', {}, radio, element('span', {}, t(/** @type {import('./i18n.js').MessageKey} */ (`settings.${name}.${value}`)))) };
  });
  const row = element('div', { className: 'segmented' }, ...radios.map(({ label }) => label));
  const update = () => {
    for (const { radio } of radios) radio.checked = radio.value === currentSettings()[name];
  };
  return { box: element('fieldset', { className: 'setting' }, element('legend', {}, t(`settings.${name}`)), row), update };
}
