/**
 * The part of the settings panel that applies to the article's site only.
 */

import { element } from '../reader/element.js';
import { t } from '../reader/i18n.js';
import { currentSettings } from '../settings.js';
import { autoOpenCheckbox, setAutoOpen, themeSelect } from './site-controls.js';
import { siteSettings } from './sites.js';

export class SitePanel extends HTMLElement {
  /** @type {string | null} */
  #theme = null;
  #status = element('p', { className: 'hint' });

  connectedCallback() {
    this.hidden = !this.hasChildNodes();
    this.#status.setAttribute('role', 'status');
    // A change of the global theme must not override the site's.
    addEventListener('recto-settings-changed', () => this.#apply());
  }

  /** @param {string | null} host of the article's page */
  async show(host) {
    this.hidden = host === null;
    const { autoOpen = false, theme = '' } = host ? await siteSettings(host) : {};
    this.#theme = theme || null;
    this.#apply();
    if (!host) return;
    const checkbox = autoOpenCheckbox(autoOpen, async (wanted) => {
      const isOn = await setAutoOpen(host, wanted);
      this.#status.textContent = wanted && !isOn ? t('siteSettings.permissionDenied', { site: host }) : '';
      return isOn;
    });
    const themes = themeSelect(host, theme, (selected) => {
      this.#theme = selected || null;
      this.#apply();
    });
    const label = element('label', { className: 'setting' }, element('span', {}, t('settings.theme')), themes);
    const isPrivate = chrome.extension.inIncognitoContext;
    const rows = isPrivate ? [element('p', { className: 'hint' }, t('siteSettings.privateWindow'))] : [checkbox, label, this.#status];
    this.replaceChildren(element('fieldset', { className: 'setting site-settings' }, element('legend', {}, t('siteSettings.title', { site: host })), ...rows));
  }

  #apply() {
    document.documentElement.dataset.theme = this.#theme ?? currentSettings().theme;
  }
}

customElements.define('recto-site-panel', SitePanel);
