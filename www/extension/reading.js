/**
 * What the extension adds to the reading view: its own launch source, a button back to the page, settings for the site, and
 * the bar for articles with several pages.
 */

import { setLaunchSource } from '../launch-source.js';
import { element } from '../reader/element.js';
import { t } from '../reader/i18n.js';
import '../reader/settings-panel.js';
import { launchSource } from './launch-source.js';
import { MorePages } from './more-pages.js';
import { SitePanel } from './site-panel.js';
import { hostOf } from './sites.js';

const panel = new SitePanel();

setLaunchSource(launchSource);

addEventListener('recto-article-shown', (event) => {
  const shown = /** @type {CustomEvent<import('./more-pages.js').ShownArticle>} */ (event).detail;
  const host = hostOf(shown.url);
  panel.show(host);
  if (!host) return;
  const more = new MorePages();
  document.querySelector('recto-article .article-header')?.after(more);
  more.show(shown);
});

document.querySelector('recto-settings')?.prepend(panel);
if (new URLSearchParams(location.search).has('from')) addBackButton();

function addBackButton() {
  const label = element('span', { className: 'label' }, t('extension.back'));
  const button = element('button', { type: 'button', name: 'back' }, label);
  button.prepend(backArrow());
  button.addEventListener('click', goBack);
  document.querySelector('.toolbar')?.prepend(button);
  // It replaces "New page". The logo still links to the view for pasting.
  document.querySelector('.toolbar > a[data-home]')?.remove();
}

function backArrow() {
  const SVG = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.ariaHidden = 'true';
  icon.append(document.createElementNS(SVG, 'path'));
  icon.firstElementChild?.setAttribute('d', 'M11.5 4.5 6 10l5.5 5.5');
  return icon;
}

/** The page's tab was never closed, so it has kept its scroll position. */
async function goBack() {
  const from = Number(new URLSearchParams(location.search).get('from'));
  await chrome.tabs.update(from, { active: true }).catch(() => {});
  const own = await chrome.tabs.getCurrent();
  if (own?.id !== undefined) await chrome.tabs.remove(own.id);
}
