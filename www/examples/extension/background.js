import init, { extract } from './recto-reader/recto.js';

chrome.action.onClicked.addListener(async (tab) => {
  const [page] = await chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.documentElement.outerHTML,
  });
  await init();
  await chrome.storage.session.set({ article: extract(page.result, { url: tab.url }) });
  await chrome.tabs.create({ url: 'index.html' });
});
