/**
 * The themes, each with a swatch in its own colours, and the colours of the custom theme with their contrast.
 */

import { changeSettings, currentSettings, OPTIONS } from '../settings.js';
import { contrast, MIN_TEXT_CONTRAST } from './contrast.js';
import { element } from './element.js';
import { t } from './i18n.js';

/** @returns {import('./setting-controls.js').Control} */
export function themePicker() {
  const radios = OPTIONS.theme.map((theme) => {
    const radio = element('input', { type: 'radio', name: 'theme', value: theme });
    radio.addEventListener('change', () => changeSettings({ theme }));
    const swatch = element('span', { className: 'swatch', ariaHidden: 'true' }, 'Aa');
    swatch.dataset.theme = theme;
    const label = element('label', { className: 'theme-option' }, radio, element('span', { className: 'swatch-frame' }, swatch), element('span', {}, t(`settings.theme.${theme}`)));
    return { radio, label };
  });
  const custom = customColours();
  const box = element('fieldset', {}, element('legend', {}, t('settings.theme')), element('div', { className: 'themes' }, ...radios.map(({ label }) => label)), custom.box);
  const update = () => {
    const { theme } = currentSettings();
    for (const { radio } of radios) radio.checked = radio.value === theme;
    custom.box.hidden = theme !== 'custom';
    custom.update();
  };
  return { box, update };
}

/** @returns {import('./setting-controls.js').Control} */
function customColours() {
  const fields = /** @type {const} */ (['customBackground', 'customText', 'customLink']).map((name) => {
    const input = element('input', { type: 'color' });
    input.addEventListener('input', () => changeSettings({ [name]: input.value }));
    const rating = element('output', { className: 'contrast' });
    const label = element('label', {}, input, element('span', {}, t(`settings.${name}`)));
    return { name, input, rating, row: element('div', { className: 'colour' }, label, name === 'customBackground' ? '' : rating) };
  });
  const update = () => {
    const settings = currentSettings();
    for (const { name, input, rating } of fields) {
      input.value = settings[name];
      const ratio = contrast(settings[name], settings.customBackground);
      const isSufficient = ratio >= MIN_TEXT_CONTRAST;
      rating.textContent = t(isSufficient ? 'settings.contrastGood' : 'settings.contrastLow', { ratio: formatRatio(ratio) });
      rating.classList.toggle('too-low', !isSufficient);
    }
  };
  return { box: element('div', { className: 'custom-colours' }, ...fields.map(({ row }) => row)), update };
}

/**
 * Rounded down, so that 4.49 is not shown as 4.5.
 *
 * @param {number} ratio
 */
function formatRatio(ratio) {
  return new Intl.NumberFormat([...navigator.languages], { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
}
