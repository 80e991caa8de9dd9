/**
 * The toolbar button, the keyboard command and the context menus. The browser may stop this worker at any time and restart
 * it for the next event, so all listeners are registered synchronously and state is in `storage.session`, which is in
 * memory.
 */

import { looksReadable } from '../serialise.js';
import { allSites, changeSite, hasPermission, hostOf, originPattern, siteSettings } from './sites.js';

/** @typedef {chrome.tabs.Tab} Tab */

/** @type {readonly { id: string, contexts: [`${chrome.contextMenus.ContextType}`, ...`${chrome.contextMenus.ContextType}`[]], title: string }[]} */
const MENUS = [
  { id: 'page', contexts: ['page', 'frame', 'image'], title: 'extension_read' },
  { id: 'link', contexts: ['link'], title: 'extension_readLink' },
  { id: 'selection', contexts: ['selection'], title: 'extension_readSelection' },
];

const WEB_PATTERNS = ['http://*/*', 'https://*/*'];

chrome.runtime.onInstalled.addListener(createMenus);
// Firefox does not keep the menus of a background worker when the browser is closed.
chrome.runtime.onStartup.addListener(createMenus);

chrome.action.onClicked.addListener(toggle);

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (!tab) return;
  if (info.menuItemId === 'page') toggle(tab);
  else if (info.menuItemId === 'selection') openView(tab, { tab: String(tab.id), part: 'selection' });
  else if (info.linkUrl) readLink(info.linkUrl, tab);
});

chrome.tabs.onUpdated.addListener((tabId, { status }, tab) => {
  if (status === 'complete') checkPage(tabId, tab);
});

chrome.tabs.onRemoved.addListener((tabId) => {
  updateViews((views) => views.filter(({ view, page }) => view !== tabId && page !== tabId));
  chrome.storage.session.remove(`opened:${tabId}`);
});

// A user who revokes a site's permission in the browser's settings does not want its articles opened.
chrome.permissions.onRemoved.addListener(async () => {
  for (const [host, { autoOpen }] of await allSites()) {
    if (autoOpen && !(await hasPermission(`https://${host}/`))) await changeSite(host, { autoOpen: false });
  }
});

async function createMenus() {
  await chrome.contextMenus.removeAll();
  for (const { id, contexts, title } of MENUS) {
    const documentUrlPatterns = id === 'page' ? [...WEB_PATTERNS, 'file:///*'] : undefined;
    const targetUrlPatterns = id === 'link' ? WEB_PATTERNS : undefined;
    chrome.contextMenus.create({ id, contexts, title: chrome.i18n.getMessage(title), documentUrlPatterns, targetUrlPatterns });
  }
}

/**
 * Opens the reading view of a tab next to it. On a reading view, closes it and activates the tab of the page, which has
 * kept its scroll position.
 *
 * @param {Tab} tab
 */
async function toggle(tab) {
  const views = await loadViews();
  const opened = views.find(({ view, page }) => tab.id === view || tab.id === page);
  if (opened && opened.view === tab.id) {
    await chrome.tabs.update(opened.page, { active: true }).catch(() => {});
    await chrome.tabs.remove(opened.view);
    return;
  }
  // The page may have changed since.
  if (opened) await chrome.tabs.remove(opened.view).catch(() => {});
  await openView(tab, { tab: String(tab.id) });
}

/**
 * @param {Tab} tab
 * @param {Record<string, string>} parameters what the reading view is to read
 */
async function openView(tab, parameters) {
  const { id, index, windowId } = tab;
  const url = chrome.runtime.getURL(`index.html?${new URLSearchParams({ ...parameters, from: String(id) })}`);
  const view = await chrome.tabs.create({ url, index: index + 1, windowId, openerTabId: id });
  if (view.id === undefined || id === undefined) return;
  const created = { view: view.id, page: id };
  await updateViews((views) => [...views, created]);
  chrome.action.setTitle({ tabId: view.id, title: chrome.i18n.getMessage('extension_back') }).catch(() => {});
}

/**
 * Permissions can be requested only during a user gesture, so nothing may be awaited before. If the user denies it, the
 * reading view shows an error.
 *
 * @param {string} link
 * @param {Tab} tab
 */
async function readLink(link, tab) {
  await chrome.permissions.request({ origins: [originPattern(link)] }).catch(() => false);
  await openView(tab, { link });
}

/**
 * On sites with permission, shows in the toolbar whether the page has an article, and opens it if the user has chosen
 * that for the site.
 *
 * @param {number} tabId
 * @param {Tab} tab
 */
async function checkPage(tabId, tab) {
  const host = hostOf(tab.url);
  if (!host || !tab.url || !(await hasPermission(tab.url))) return;
  const [result] = await chrome.scripting.executeScript({ target: { tabId }, func: looksReadable }).catch(() => []);
  const isReadable = result?.result === true;
  await updateButton(tabId, isReadable);
  if (isReadable && (await siteSettings(host)).autoOpen && (await isFirstVisit(tabId, tab.url))) await openView(tab, { tab: String(tabId) });
}

/**
 * @param {number} tabId
 * @param {boolean} isReadable
 */
async function updateButton(tabId, isReadable) {
  try {
    await chrome.action.setBadgeText({ tabId, text: isReadable ? '¶' : '' });
    await chrome.action.setBadgeBackgroundColor({ tabId, color: '#c8472a' });
    await chrome.action.setTitle({ tabId, title: chrome.i18n.getMessage(isReadable ? 'extension_readable' : 'extension_read') });
  } catch {
    // The tab has been closed.
  }
}

/**
 * Whether the tab's page differs from the last one that was opened automatically: a user who goes back or reloads wants to
 * see the page.
 *
 * @param {number} tabId
 * @param {string} url
 */
async function isFirstVisit(tabId, url) {
  const key = `opened:${tabId}`;
  const urlWithoutHash = url.replace(/#.*/, '');
  if ((await chrome.storage.session.get(key))[key] === urlWithoutHash) return false;
  await chrome.storage.session.set({ [key]: urlWithoutHash });
  return true;
}

/** @typedef {{ view: number, page: number }} View the ids of a reading view's tab and of its page's tab */

/** @returns {Promise<View[]>} */
async function loadViews() {
  return /** @type {View[]} */ ((await chrome.storage.session.get('views')).views ?? []);
}

/** Updates run one after the other, so that none overwrites another. */
let lastUpdate = Promise.resolve();

/** @param {(views: View[]) => View[]} update */
function updateViews(update) {
  lastUpdate = lastUpdate.then(async () => chrome.storage.session.set({ views: update(await loadViews()) })).catch(() => {});
  return lastUpdate;
}
