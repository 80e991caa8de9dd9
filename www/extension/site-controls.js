/**
 * The controls of one site's settings, as the panel and the options page have them.
 */

import { element } from '../reader/element.js';
import { say } from '../reader/i18n.js';
import { CHOICES } from '../settings.js';
import { changeSite, originsOf } from './sites.js';

/** Themes that are made of further settings are chosen for everywhere. */
const THEMES = CHOICES.theme.filter((theme) => theme !== 'auto' && theme !== 'custom');

/**
 * @param {boolean} isOn
 * @param {(wanted: boolean) => Promise<boolean>} change gives what came of it
 */
export function openChoice(isOn, change) {
  const box = element('input', { type: 'checkbox', checked: isOn });
  box.addEventListener('change', async () => {
    box.checked = await change(box.checked);
  });
  return element('label', { className: 'check' }, box, element('span', {}, say('site.open')));
}

/**
 * Asks the browser, which asks the reader, so this must be called at a click.
 *
 * @param {string} host
 * @param {boolean} wanted
 * @returns {Promise<boolean>} whether articles now open by themselves there
 */
export async function allowOpening(host, wanted) {
  const isAllowed = wanted ? await chrome.permissions.request(originsOf(host)).catch(() => false) : false;
  if (!wanted) await chrome.permissions.remove(originsOf(host)).catch(() => false);
  await changeSite(host, { open: isAllowed });
  return isAllowed;
}

/**
 * @param {string} host
 * @param {string} theme empty where the site has none of its own
 * @param {(theme: string) => void} [changed]
 */
export function themeSelect(host, theme, changed = () => {}) {
  const options = THEMES.map((name) => element('option', { value: name }, say(`settings.theme.${name}`)));
  const select = element('select', {}, element('option', { value: '' }, say('site.asElsewhere')), ...options);
  select.value = theme;
  select.addEventListener('change', async () => {
    await changeSite(host, { theme: select.value });
    changed(select.value);
  });
  return select;
}
