/**
 * Controls for one site's settings, used by the settings panel and the options page.
 */

import { element } from '../reader/element.js';
import { t } from '../reader/i18n.js';
import { OPTIONS } from '../settings.js';
import { changeSite, originPatterns } from './sites.js';

/** Without `auto` and `custom`, which depend on further settings that are global. */
const THEMES = OPTIONS.theme.filter((theme) => theme !== 'auto' && theme !== 'custom');

/**
 * @param {boolean} isOn
 * @param {(wanted: boolean) => Promise<boolean>} change resolves to the new state
 */
export function autoOpenCheckbox(isOn, change) {
  const checkbox = element('input', { type: 'checkbox', checked: isOn });
  checkbox.addEventListener('change', async () => {
    checkbox.checked = await change(checkbox.checked);
  });
  return element('label', { className: 'checkbox' }, checkbox, element('span', {}, t('siteSettings.autoOpen')));
}

/**
 * Requests or drops the site's permission, so it must be called during a user gesture.
 *
 * @param {string} host
 * @param {boolean} wanted
 * @returns {Promise<boolean>} whether articles of the site now open automatically
 */
export async function setAutoOpen(host, wanted) {
  const isAllowed = wanted ? await chrome.permissions.request(originPatterns(host)).catch(() => false) : false;
  if (!wanted) await chrome.permissions.remove(originPatterns(host)).catch(() => false);
  await changeSite(host, { autoOpen: isAllowed });
  return isAllowed;
}

/**
 * @param {string} host
 * @param {string} theme empty for the global setting
 * @param {(theme: string) => void} [onChange]
 */
export function themeSelect(host, theme, onChange = () => {}) {
  const options = THEMES.map((name) => element('option', { value: name }, t(`settings.theme.${name}`)));
  const select = element('select', {}, element('option', { value: '' }, t('siteSettings.useGlobal')), ...options);
  select.value = theme;
  select.addEventListener('change', async () => {
    await changeSite(host, { theme: select.value });
    onChange(select.value);
  });
  return select;
}
