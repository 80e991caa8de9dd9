/**
 * The button, the command and the menus. The browser may stop this worker at any moment and starts it again with the next
 * event: every listener is registered at once, and what must outlast a stop is in the session's storage, which is memory.
 */

import { looksReadable } from '../serialise.js';
import { allSites, changeSite, hostOf, mayLookAt, originOf, siteSettings } from './sites.js';

/** @typedef {chrome.tabs.Tab} Tab */

/** @type {readonly { id: string, contexts: [`${chrome.contextMenus.ContextType}`, ...`${chrome.contextMenus.ContextType}`[]], title: string }[]} */
const MENUS = [
  { id: 'page', contexts: ['page', 'frame', 'image'], title: 'extension_read' },
  { id: 'link', contexts: ['link'], title: 'extension_readLink' },
  { id: 'selection', contexts: ['selection'], title: 'extension_readSelection' },
];

const WEB = ['http://*/*', 'https://*/*'];

chrome.runtime.onInstalled.addListener(makeMenus);
// Firefox forgets the menus of a worker that it stops with the browser.
chrome.runtime.onStartup.addListener(makeMenus);

chrome.action.onClicked.addListener(toggle);

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (!tab) return;
  if (info.menuItemId === 'page') toggle(tab);
  else if (info.menuItemId === 'selection') openBeside(tab, { tab: String(tab.id), part: 'selection' });
  else if (info.linkUrl) readLink(info.linkUrl, tab);
});

chrome.tabs.onUpdated.addListener((tabId, { status }, tab) => {
  if (status === 'complete') lookAt(tabId, tab);
});

chrome.tabs.onRemoved.addListener((tabId) => {
  change((views) => views.filter(({ view, page }) => view !== tabId && page !== tabId));
  chrome.storage.session.remove(`opened:${tabId}`);
});

// Whoever takes a permission back in the browser's own settings means all that stood on it.
chrome.permissions.onRemoved.addListener(async () => {
  for (const [host, { open }] of await allSites()) {
    if (open && !(await mayLookAt(`https://${host}/`))) await changeSite(host, { open: false });
  }
});

async function makeMenus() {
  await chrome.contextMenus.removeAll();
  for (const { id, contexts, title } of MENUS) {
    const documentUrlPatterns = id === 'page' ? [...WEB, 'file:///*'] : undefined;
    const targetUrlPatterns = id === 'link' ? WEB : undefined;
    chrome.contextMenus.create({ id, contexts, title: chrome.i18n.getMessage(title), documentUrlPatterns, targetUrlPatterns });
  }
}

/**
 * Opens the reading view of a tab beside it. On a reading view it leads back to the page, which stands where it stood.
 *
 * @param {Tab} tab
 */
async function toggle(tab) {
  const views = await openViews();
  const opened = views.find(({ view, page }) => tab.id === view || tab.id === page);
  if (opened && opened.view === tab.id) {
    await chrome.tabs.update(opened.page, { active: true }).catch(() => {});
    await chrome.tabs.remove(opened.view);
    return;
  }
  // The page may say something else by now.
  if (opened) await chrome.tabs.remove(opened.view).catch(() => {});
  await openBeside(tab, { tab: String(tab.id) });
}

/**
 * @param {Tab} tab
 * @param {Record<string, string>} asked what the reading view is to read
 */
async function openBeside(tab, asked) {
  const { id, index, windowId } = tab;
  const url = chrome.runtime.getURL(`index.html?${new URLSearchParams({ ...asked, from: String(id) })}`);
  const view = await chrome.tabs.create({ url, index: index + 1, windowId, openerTabId: id });
  if (view.id === undefined || id === undefined) return;
  const made = { view: view.id, page: id };
  await change((views) => [...views, made]);
  chrome.action.setTitle({ tabId: view.id, title: chrome.i18n.getMessage('extension_back') }).catch(() => {});
}

/**
 * The browser asks only at a click, so nothing may be waited for before it does. Where the reader says no, the reading
 * view says what that means.
 *
 * @param {string} link
 * @param {Tab} tab
 */
async function readLink(link, tab) {
  await chrome.permissions.request({ origins: [originOf(link)] }).catch(() => false);
  await openBeside(tab, { link });
}

/**
 * On sites that the reader has allowed, says whether there is something to read, and opens it where they want that.
 *
 * @param {number} tabId
 * @param {Tab} tab
 */
async function lookAt(tabId, tab) {
  const host = hostOf(tab.url);
  if (!host || !tab.url || !(await mayLookAt(tab.url))) return;
  const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func: looksReadable }).catch(() => []);
  const isReadable = answer?.result === true;
  await showState(tabId, isReadable);
  if (isReadable && (await siteSettings(host)).open && (await isNew(tabId, tab.url))) await openBeside(tab, { tab: String(tabId) });
}

/**
 * @param {number} tabId
 * @param {boolean} isReadable
 */
async function showState(tabId, isReadable) {
  try {
    await chrome.action.setBadgeText({ tabId, text: isReadable ? '¶' : '' });
    await chrome.action.setBadgeBackgroundColor({ tabId, color: '#c8472a' });
    await chrome.action.setTitle({ tabId, title: chrome.i18n.getMessage(isReadable ? 'extension_readable' : 'extension_read') });
  } catch {
    // The tab is gone.
  }
}

/**
 * Whether a tab has come to this page since an article opened by itself: who goes back to it wants the page.
 *
 * @param {number} tabId
 * @param {string} url
 */
async function isNew(tabId, url) {
  const key = `opened:${tabId}`;
  const address = url.replace(/#.*/, '');
  if ((await chrome.storage.session.get(key))[key] === address) return false;
  await chrome.storage.session.set({ [key]: address });
  return true;
}

/** @typedef {{ view: number, page: number }} View a reading view's tab, and the tab it reads */

/** @returns {Promise<View[]>} */
async function openViews() {
  return /** @type {View[]} */ ((await chrome.storage.session.get('views')).views ?? []);
}

/** Changes come one after the other, so that none is lost. */
let changed = Promise.resolve();

/** @param {(views: View[]) => View[]} how */
function change(how) {
  changed = changed.then(async () => chrome.storage.session.set({ views: how(await openViews()) })).catch(() => {});
  return changed;
}
