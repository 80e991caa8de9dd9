/**
 * In the settings panel: what holds for the site of the article alone.
 */

import { element } from '../reader/element.js';
import { say } from '../reader/i18n.js';
import { currentSettings } from '../settings.js';
import { allowOpening, openChoice, themeSelect } from './site-controls.js';
import { siteSettings } from './sites.js';

export class SitePanel extends HTMLElement {
  /** @type {string | null} */
  #theme = null;
  #said = element('p', { className: 'aside' });

  connectedCallback() {
    this.hidden = !this.hasChildNodes();
    this.#said.setAttribute('role', 'status');
    // The theme of everywhere was changed; here the site's own goes before it.
    addEventListener('recto-settings', () => this.#apply());
  }

  /** @param {string | null} host where the article is from */
  async show(host) {
    this.hidden = host === null;
    const { open = false, theme = '' } = host ? await siteSettings(host) : {};
    this.#theme = theme || null;
    this.#apply();
    if (!host) return;
    const opening = openChoice(open, async (wanted) => {
      const isAllowed = await allowOpening(host, wanted);
      this.#said.textContent = wanted && !isAllowed ? say('site.notAllowed', { site: host }) : '';
      return isAllowed;
    });
    const themes = themeSelect(host, theme, (chosen) => {
      this.#theme = chosen || null;
      this.#apply();
    });
    const label = element('label', { className: 'setting' }, element('span', {}, say('settings.theme')), themes);
    const isPrivate = chrome.extension.inIncognitoContext;
    const rows = isPrivate ? [element('p', { className: 'aside' }, say('site.private'))] : [opening, label, this.#said];
    this.replaceChildren(element('fieldset', { className: 'setting site' }, element('legend', {}, say('site.title', { site: host })), ...rows));
  }

  #apply() {
    document.documentElement.dataset.theme = this.#theme ?? currentSettings().theme;
  }
}

customElements.define('recto-site-panel', SitePanel);
