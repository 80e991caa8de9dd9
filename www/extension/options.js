/**
 * The options page: every site that has settings of its own, and how Recto handles what it sees.
 */

import { element } from '../reader/element.js';
import { allowImagesOn, allowedImageSites, disallowImagesOn } from '../reader/image-consent.js';
import { say, translate } from '../reader/i18n.js';
import '../settings.js';
import { webAddress } from '../sources.js';
import { allowOpening, openChoice, themeSelect } from './site-controls.js';
import { allSites, changeSite, hostOf } from './sites.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('site'));
const error = /** @type {HTMLElement} */ (document.querySelector('.field-error'));
const list = /** @type {HTMLElement} */ (document.querySelector('.sites'));
const none = /** @type {HTMLElement} */ (document.querySelector('.none'));

/** @type {Set<string>} Sites that were added, but for which nothing is set yet. */
const added = new Set();

translate(document);
document.title = say('options.title');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  add();
});
chrome.storage.local.onChanged.addListener(show);
show();

async function show() {
  const sites = await allSites();
  const names = new Set([...sites.keys(), ...allowedImageSites(), ...added]);
  // Whoever is using a row keeps it: its settings are in it already.
  const kept = new Map([...list.children].map((row) => [row.getAttribute('data-host'), row]));
  list.replaceChildren(...[...names].sort().map((host) => kept.get(host) ?? row(host, sites.get(host) ?? {})));
  none.hidden = names.size > 0;
}

function add() {
  const host = hostOf(webAddress(field.value));
  field.ariaInvalid = host ? null : 'true';
  error.textContent = host ? '' : say('options.notASite', { example: 'example.com' });
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
function row(host, { open = false, theme = '' }) {
  const said = element('span', { className: 'field-error' });
  said.setAttribute('role', 'status');
  const opening = openChoice(open, async (wanted) => {
    const isAllowed = await allowOpening(host, wanted);
    said.textContent = wanted && !isAllowed ? say('site.notAllowed', { site: host }) : '';
    return isAllowed;
  });
  const images = element('input', { type: 'checkbox', checked: allowedImageSites().includes(host) });
  images.addEventListener('change', () => (images.checked ? allowImagesOn(host) : disallowImagesOn(host)));
  const remove = element('button', { type: 'button', className: 'quiet' }, say('options.remove'));
  remove.addEventListener('click', () => forget(host));
  const made = element(
    'li',
    {},
    element('bdi', { className: 'host' }, host),
    opening,
    element('label', { className: 'check' }, images, element('span', {}, say('site.images'))),
    element('label', { className: 'choice' }, element('span', {}, say('settings.theme')), themeSelect(host, theme)),
    remove,
    said,
  );
  made.dataset.host = host;
  return made;
}

/** @param {string} host */
async function forget(host) {
  added.delete(host);
  disallowImagesOn(host);
  await allowOpening(host, false);
  await changeSite(host, { theme: '' });
  list.querySelector(`[data-host="${CSS.escape(host)}"]`)?.remove();
  await show();
  field.focus();
}
