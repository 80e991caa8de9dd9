/**
 * The themes, each shown in its own colours, and the reader's own colours with what can be read in them.
 */

import { changeSettings, CHOICES, currentSettings } from '../settings.js';
import { contrast, ENOUGH_FOR_TEXT } from './contrast.js';
import { element } from './element.js';
import { say } from './i18n.js';

/** @returns {import('./setting-controls.js').Control} */
export function themeChoice() {
  const radios = CHOICES.theme.map((theme) => {
    const radio = element('input', { type: 'radio', name: 'theme', value: theme });
    radio.addEventListener('change', () => changeSettings({ theme }));
    const swatch = element('span', { className: 'swatch', ariaHidden: 'true' }, 'Aa');
    swatch.dataset.theme = theme;
    const label = element('label', { className: 'theme-choice' }, radio, element('span', { className: 'frame' }, swatch), element('span', {}, say(`settings.theme.${theme}`)));
    return { radio, label };
  });
  const own = ownColours();
  const box = element('fieldset', {}, element('legend', {}, say('settings.theme')), element('div', { className: 'themes' }, ...radios.map(({ label }) => label)), own.box);
  const update = () => {
    const { theme } = currentSettings();
    for (const { radio } of radios) radio.checked = radio.value === theme;
    own.box.hidden = theme !== 'custom';
    own.update();
  };
  return { box, update };
}

/** @returns {import('./setting-controls.js').Control} */
function ownColours() {
  const fields = /** @type {const} */ (['customPaper', 'customInk', 'customLink']).map((name) => {
    const input = element('input', { type: 'color' });
    input.addEventListener('input', () => changeSettings({ [name]: input.value }));
    const told = element('output', { className: 'contrast' });
    const label = element('label', {}, input, element('span', {}, say(`settings.${name}`)));
    return { name, input, told, row: element('div', { className: 'colour' }, label, name === 'customPaper' ? '' : told) };
  });
  const update = () => {
    const settings = currentSettings();
    for (const { name, input, told } of fields) {
      input.value = settings[name];
      const ratio = contrast(settings[name], settings.customPaper);
      const enough = ratio >= ENOUGH_FOR_TEXT;
      told.textContent = say(enough ? 'settings.enough' : 'settings.tooLittle', { ratio: floor(ratio) });
      told.classList.toggle('too-little', !enough);
    }
  };
  return { box: element('div', { className: 'own-colours' }, ...fields.map(({ row }) => row)), update };
}

/**
 * Never rounded up: 4.49 is not enough.
 *
 * @param {number} ratio
 */
function floor(ratio) {
  return new Intl.NumberFormat([...navigator.languages], { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
}
