/**
 * What the extension adds to the reading view: what it was opened to read, the way back to the page, the site's own
 * settings, and the line about further pages.
 */

import { offeredBy } from '../offered.js';
import { element } from '../reader/element.js';
import { say } from '../reader/phrases.js';
import '../reader/settings-panel.js';
import { MorePages } from './more-pages.js';
import { offered } from './offered.js';
import { SitePanel } from './site-panel.js';
import { hostOf } from './sites.js';

const panel = new SitePanel();

offeredBy(offered);

addEventListener('recto-shown', (event) => {
  const shown = /** @type {CustomEvent<import('./more-pages.js').Shown>} */ (event).detail;
  const host = hostOf(shown.address);
  panel.show(host);
  if (!host) return;
  const more = new MorePages();
  document.querySelector('recto-article .masthead')?.after(more);
  more.show(shown);
});

document.querySelector('recto-settings')?.prepend(panel);
if (new URLSearchParams(location.search).has('from')) addWayBack();

function addWayBack() {
  const words = element('span', { className: 'label' }, say('extension.back'));
  const button = element('button', { type: 'button', name: 'back' }, words);
  button.prepend(backArrow());
  button.addEventListener('click', goBack);
  document.querySelector('.tools')?.prepend(button);
  // Going back is what "New page" stands for here; the brand leads to the page for pasting still.
  document.querySelector('.tools > a[data-home]')?.remove();
}

function backArrow() {
  const space = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(space, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.ariaHidden = 'true';
  icon.append(document.createElementNS(space, 'path'));
  icon.firstElementChild?.setAttribute('d', 'M11.5 4.5 6 10l5.5 5.5');
  return icon;
}

/** The page was never left, so it stands where it stood. */
async function goBack() {
  const from = Number(new URLSearchParams(location.search).get('from'));
  await chrome.tabs.update(from, { active: true }).catch(() => {});
  const here = await chrome.tabs.getCurrent();
  if (here?.id !== undefined) await chrome.tabs.remove(here.id);
}
