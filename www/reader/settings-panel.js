/**
 * The panel behind the "Aa" button: theme and text size. It is a popover, so the browser opens and closes it.
 */

import { changeSettings, currentSettings, SIZES } from '../settings.js';
import { element } from './element.js';
import { say } from './phrases.js';

/** @type {readonly { theme: import('../settings.js').Theme, name: string }[]} */
const CHOICES = [
  { theme: 'auto', name: say('settings.auto') },
  { theme: 'light', name: say('settings.light') },
  { theme: 'sepia', name: say('settings.sepia') },
  { theme: 'dark', name: say('settings.dark') },
];

export class SettingsPanel extends HTMLElement {
  #smaller = element('button', { type: 'button', ariaLabel: say('settings.smaller') }, 'A');
  #larger = element('button', { type: 'button', ariaLabel: say('settings.larger') }, 'A');
  #size = element('output');
  #radios = CHOICES.map(({ theme }) => element('input', { type: 'radio', name: 'theme', value: theme }));

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.append(this.#themeControl(), this.#sizeControl());
    addEventListener('recto-settings', () => this.#update());
    this.#update();
  }

  #themeControl() {
    const choices = this.#radios.map((radio, place) => {
      const { theme, name } = /** @type {typeof CHOICES[number]} */ (CHOICES[place]);
      radio.addEventListener('change', () => changeSettings({ theme }));
      const swatch = element('span', { className: 'swatch', ariaHidden: 'true' }, 'Aa');
      swatch.dataset.theme = theme;
      return element('label', { className: 'theme-choice' }, radio, element('span', { className: 'frame' }, swatch), element('span', {}, name));
    });
    return element('fieldset', {}, element('legend', {}, say('settings.theme')), element('div', { className: 'themes' }, ...choices));
  }

  #sizeControl() {
    this.#smaller.addEventListener('click', () => this.#step(-1));
    this.#larger.addEventListener('click', () => this.#step(1));
    const steps = element('div', { className: 'sizes' }, this.#smaller, this.#size, this.#larger);
    return element('fieldset', {}, element('legend', {}, say('settings.size')), steps);
  }

  /** @param {1 | -1} direction */
  #step(direction) {
    const size = SIZES[SIZES.indexOf(currentSettings().size) + direction];
    if (size) changeSettings({ size });
  }

  #update() {
    const { theme, size } = currentSettings();
    for (const radio of this.#radios) radio.checked = radio.value === theme;
    this.#size.textContent = `${size} %`;
    // Not `disabled`, which would throw the focus away at the end of the scale.
    this.#smaller.ariaDisabled = String(size === SIZES[0]);
    this.#larger.ariaDisabled = String(size === SIZES.at(-1));
  }
}

customElements.define('recto-settings', SettingsPanel);
