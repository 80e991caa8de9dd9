/**
 * The options page: the settings of single sites, and the privacy policy.
 */

import { element } from '../reader/element.js';
import { allowImagesOn, allowedImageSites, disallowImagesOn } from '../reader/image-consent.js';
import { t, translateDocument } from '../reader/i18n.js';
import '../settings.js';
import { parseUserUrl } from '../sources.js';
import { autoOpenCheckbox, setAutoOpen, themeSelect } from './site-controls.js';
import { allSites, changeSite, hostOf } from './sites.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('site'));
const error = /** @type {HTMLElement} */ (document.querySelector('.field-error'));
const list = /** @type {HTMLElement} */ (document.querySelector('.sites'));
const emptyState = /** @type {HTMLElement} */ (document.querySelector('.empty-state'));

/** @type {Set<string>} Sites that were added but have no settings yet. */
const added = new Set();

translateDocument(document);
document.title = t('options.title');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  add();
});
chrome.storage.local.onChanged.addListener(show);
show();

async function show() {
  const sites = await allSites();
  const names = new Set([...sites.keys(), ...allowedImageSites(), ...added]);
  // Existing rows are kept, so that the one in use does not lose the focus.
  const existing = new Map([...list.children].map((row) => [row.getAttribute('data-host'), row]));
  list.replaceChildren(...[...names].sort().map((host) => existing.get(host) ?? row(host, sites.get(host) ?? {})));
  emptyState.hidden = names.size > 0;
}

function add() {
  const host = hostOf(parseUserUrl(field.value));
  field.ariaInvalid = host ? null : 'true';
  error.textContent = host ? '' : t('options.siteInvalid', { example: 'example.com' });
  if (!host) {
    field.focus();
    return;
  }
  added.add(host);
  field.value = '';
  show();
}

/**
 * @param {string} host
 * @param {import('./sites.js').SiteSettings} settings
 */
function row(host, { autoOpen = false, theme = '' }) {
  const status = element('span', { className: 'field-error' });
  status.setAttribute('role', 'status');
  const checkbox = autoOpenCheckbox(autoOpen, async (wanted) => {
    const isOn = await setAutoOpen(host, wanted);
    status.textContent = wanted && !isOn ? t('siteSettings.permissionDenied', { site: host }) : '';
    return isOn;
  });
  const images = element('input', { type: 'checkbox', checked: allowedImageSites().includes(host) });
  images.addEventListener('change', () => (images.checked ? allowImagesOn(host) : disallowImagesOn(host)));
  const remove = element('button', { type: 'button', className: 'small' }, t('options.remove'));
  remove.addEventListener('click', () => removeSite(host));
  const item = element(
    'li',
    {},
    element('bdi', { className: 'host' }, host),
    checkbox,
    element('label', { className: 'checkbox' }, images, element('span', {}, t('siteSettings.images'))),
    element('label', { className: 'theme' }, element('span', {}, t('settings.theme')), themeSelect(host, theme)),
    remove,
    status,
  );
  item.dataset.host = host;
  return item;
}

/** @param {string} host */
async function removeSite(host) {
  added.delete(host);
  disallowImagesOn(host);
  await setAutoOpen(host, false);
  await changeSite(host, { theme: '' });
  list.querySelector(`[data-host="${CSS.escape(host)}"]`)?.remove();
  await show();
  field.focus();
}
