/**
 * The site's controller and its only stateful module: it loads a source, has the reader extract the article and shows
 * it. The URL's fragment says which view is open; the page being read never appears in a URL.
 */

import './first-paint.js';
import { errorMessage, pageSummary } from './error-messages.js';
import { AppError } from './errors.js';
import { InputView } from './input-view.js';
import { launchSource } from './launch-source.js';
import { registerServiceWorker } from './offline.js';
import { listenForDrop, listenForPaste } from './paste-and-drop.js';
import { ArticleView } from './reader/article-view.js';
import { ExportMenu } from './reader/export-menu.js';
import './reader/find-in-article.js';
import { t } from './reader/i18n.js';
import { currentScrollPosition, restoreScrollPosition } from './reader/layout.js';
import './reader/line-focus.js';
import './reader/link-status.js';
import { Notice } from './reader/notice.js';
import { OutlineButton } from './reader/outline-button.js';
import './reader/page-bar.js';
import { ProgressBar } from './reader/progress-bar.js';
import { ReadAloudButton } from './reader/read-aloud-button.js';
import './reader/settings-panel.js';
import { loadPage, savePage } from './session.js';
import { handleLaunchFiles } from './share-target.js';
import { workerUrl } from './worker-url.js';
import { createReader } from './worker.js';

/**
 * @typedef {import('./sources.js').Source} Source
 * @typedef {import('./launch-source.js').SourceLoader} SourceLoader
 * @typedef {import('./session.js').SavedPage} SavedPage
 * @typedef {import('./worker.js').Article} Article
 * @typedef {SavedPage & { article: Article, position: import('./reader/layout.js').ScrollPosition }} OpenArticle
 */

const inputView = getElement('recto-input', InputView);
const articleView = getElement('recto-article', ArticleView);
const progressBar = getElement('recto-progress-bar', ProgressBar);
const notice = getElement('recto-notice', Notice);
const readAloud = getElement('recto-read-aloud', ReadAloudButton);
const outline = getElement('recto-outline', OutlineButton);
const exportMenu = getElement('recto-export-menu', ExportMenu);

/** Errors after which loading the same source again may succeed. */
const RETRY_LOADING = ['AbortError', 'PageAccessDenied', 'FileAccessDenied', 'LinkFailed'];

/** Errors after which extracting from the same source again may succeed. */
const RETRY_EXTRACTING = ['TimeoutError', 'AbortError', 'Crashed', 'LoadFailed'];

const TOP = { y: 0, page: 0 };

/** Browsers limit how often a page may change its history, so the position is saved when scrolling has paused. */
const POSITION_DEBOUNCE_MS = 250;

/** On a machine that is always busy, no browser is ever idle: after so long, what waits for that begins all the same. */
const MAX_IDLE_WAIT_MS = 2000;

/** @type {Map<number, OpenArticle>} Every article of this visit by its id, for the Back and Forward buttons. */
const articles = new Map();

/** @type {OpenArticle | null} The article in the article view. */
let current = null;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let positionTimer;

/** @type {AbortController | null} */
let task = null;

/** @type {import('./worker.js').Reader | null} */
let reader = null;

let lastId = loadPage()?.id ?? 0;

start();

function start() {
  inputView.addEventListener('recto-read', (event) => read(/** @type {CustomEvent} */ (event).detail));
  listenForPaste(read);
  listenForDrop(read);
  handleLaunchFiles(read);
  for (const link of document.querySelectorAll('[data-home]')) link.addEventListener('click', goHome);
  addEventListener('popstate', route);
  addEventListener('scroll', updatePosition, { passive: true, capture: true });
  addEventListener('unhandledrejection', ({ reason }) => showError(reason, null));
  addEventListener('error', ({ error }) => error && showError(error, null));

  const saved = loadPage();
  if (saved) inputView.restoreSource(saved.source, saved.url);
  const load = launchSource();
  if (load) openLaunchSource(load);
  else if (isArticleRoute()) restoreArticle();
  else showView('input');
  const prepare = () => {
    getReader();
    registerServiceWorker();
  };
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(prepare, { timeout: MAX_IDLE_WAIT_MS });
  else setTimeout(prepare);
  dispatchEvent(new Event('recto-started'));
}

/**
 * Removes the fragment first, so that a launch source is loaded only once and the history entry can be reused.
 *
 * @param {SourceLoader} load
 */
function openLaunchSource(load) {
  history.replaceState(null, '', location.pathname + location.search);
  showView('article');
  read(load);
}

/** Starts the worker on the first call: when the page is idle or with the first read, whichever is earlier. */
function getReader() {
  return (reader ??= createReader({ workerUrl }));
}

/**
 * Loads a source and opens its article. A new read cancels the previous one.
 *
 * @param {SourceLoader} load
 * @param {SavedPage | null} [repeated] the page that is read again
 */
async function read(load, repeated = null) {
  const ownTask = beginTask();
  let page = repeated;
  try {
    const source = await load(ownTask.signal, (text) => task === ownTask && progressBar.setStatus(text));
    ownTask.signal.throwIfAborted();
    page ??= { id: ++lastId, source, url: inputView.typedUrl ?? source.url };
    const extraction = extractArticle(page, ownTask.signal);
    // While the worker extracts, as saving may take the browser as long.
    savePage(page);
    openArticle({ ...page, article: await extraction, position: (repeated && history.state?.position) || TOP });
  } catch (thrown) {
    if (task === ownTask) showError(thrown, page, load);
  } finally {
    if (task === ownTask) progressBar.stop();
  }
}

function beginTask() {
  cancelTask();
  const controller = new AbortController();
  task = controller;
  progressBar.start(() => controller.abort());
  return controller;
}

/** Cancels the task without a message, because something else was requested. */
function cancelTask() {
  const cancelled = task;
  task = null;
  cancelled?.abort();
  progressBar.stop();
  notice.clear();
}

/**
 * @param {SavedPage} page
 * @param {AbortSignal} signal
 * @returns {Promise<Article>}
 */
async function extractArticle({ source, url }, signal) {
  const extract = (/** @type {boolean} */ wholePage) => getReader().extract(source.html, { url, signal, wholePage });
  if (source.kind === 'wholePage') return extract(true);
  try {
    return await extract(false);
  } catch (thrown) {
    if (!isNoContent(thrown)) throw thrown;
  }
  const wholePage = await extract(true).catch((thrown) => {
    throw isNoContent(thrown) ? new AppError('NoText') : thrown;
  });
  // The user who selected a part of a page has already decided what the content is.
  if (source.kind === 'fragment') return wholePage;
  throw Object.assign(new AppError('NoContent'), { wholePage });
}

/** @param {unknown} thrown */
function isNoContent(thrown) {
  return thrown instanceof Error && thrown.name === 'NoContent';
}

/** @param {OpenArticle} opened */
function openArticle(opened) {
  if (history.state?.articleId !== opened.id) history.pushState({ articleId: opened.id }, '', '#read');
  showArticle(opened);
  inputView.setSource(opened.source, opened.url);
  articleView.focusTitle();
  // Focusing the title may have scrolled to another page.
  restoreScrollPosition(opened.position);
}

/**
 * Shows the error next to the source box, which is filled with what could not be read.
 *
 * @param {unknown} thrown
 * @param {SavedPage | null} page
 * @param {SourceLoader} [load] the loader that failed
 */
function showError(thrown, page, load) {
  leaveArticle();
  if (page) inputView.setSource(page.source, page.url);
  const { name, details, wholePage } = /** @type {AppError & { wholePage?: Article }} */ (thrown);
  if (name === 'UrlOnly') inputView.setUrl(details.url ?? '');
  const retry = load && RETRY_LOADING.includes(name) ? [{ label: t('actions.tryAgain'), run: () => read(load) }] : [];
  notice.show({
    ...errorMessage(thrown),
    summary: wholePage ? pageSummary(wholePage) : [],
    actions: page ? recoveryActions(name, page) : retry,
  });
}

/**
 * @param {string} name the error's
 * @param {SavedPage} page
 */
function recoveryActions(name, page) {
  const readAgain = (/** @type {Source} */ source) => {
    const url = inputView.typedUrl ?? page.url;
    return read(async () => source, { ...page, source, url });
  };
  if (name === 'NoContent') {
    return [{ label: t('actions.showWholePage'), run: () => readAgain({ ...page.source, kind: 'wholePage' }) }];
  }
  return RETRY_EXTRACTING.includes(name) ? [{ label: t('actions.tryAgain'), run: () => readAgain(page.source) }] : [];
}

/** @param {Event} event */
function goHome(event) {
  event.preventDefault();
  cancelTask();
  leaveArticle();
}

/** An article that was never shown gets no history entry to go back to. */
function leaveArticle() {
  if (!isArticleRoute() && articleView.hidden) return;
  const url = location.pathname + location.search;
  if (articles.has(history.state?.articleId)) history.pushState(null, '', url);
  else history.replaceState(null, '', url);
  showInput();
}

/** Shows what the URL and the history state say. */
function route() {
  cancelTask();
  if (!isArticleRoute()) {
    showInput();
    return;
  }
  // An in-page link adds a history entry without state.
  const wanted = history.state ? articles.get(history.state.articleId) : current;
  if (!wanted) restoreArticle();
  else if (wanted !== current || articleView.hidden) {
    showArticle(wanted);
    inputView.restoreSource(wanted.source, wanted.url);
  }
}

/** After a reload: reads the saved page again, if this history entry is its. */
function restoreArticle() {
  const saved = loadPage();
  if (!saved || (history.state && history.state.articleId !== saved.id)) {
    showError(new AppError('PageNotSaved'), null);
    return;
  }
  history.replaceState({ ...history.state, articleId: saved.id }, '');
  showView('article');
  read(async () => saved.source, saved);
}

/** @param {OpenArticle} shown */
function showArticle(shown) {
  const { article, url, source } = shown;
  showView('article');
  if (shown !== current) {
    const isFallback = source.kind === 'wholePage' && source.html === source.text;
    articleView.show(article, { url, note: isFallback ? t('article.wholePage') : null });
    outline.setArticle(articleView.content, article.readingMinutes);
    exportMenu.getInput = () => ({ article, url, withImages: articleView.imagesLoaded });
    const replaceArticle = (/** @type {Article} */ replacement) => showArticle({ ...shown, article: replacement, position: currentScrollPosition() });
    articleView.dispatchEvent(new CustomEvent('recto-article-shown', { bubbles: true, detail: { article, source, url, replaceArticle } }));
  }
  articles.set(shown.id, shown);
  current = shown;
  document.title = `${article.title ?? t('article.untitled')} · Recto`;
  restoreScrollPosition(shown.position);
}

function showInput() {
  showView('input');
  document.title = 'Recto';
  scrollTo({ top: 0, behavior: 'instant' });
}

/** @param {'input' | 'article'} name */
function showView(name) {
  readAloud.stop();
  document.documentElement.dataset.view = name;
  inputView.hidden = name !== 'input';
  articleView.hidden = name !== 'article';
}

function isArticleRoute() {
  return location.hash !== '';
}

function updatePosition() {
  if (!current || articleView.hidden) return;
  current.position = currentScrollPosition();
  clearTimeout(positionTimer);
  positionTimer = setTimeout(savePosition, POSITION_DEBOUNCE_MS);
}

/** For a reload. Not saved on `pagehide`, where not every browser accepts changes of the history. */
function savePosition() {
  if (current && !articleView.hidden) history.replaceState({ articleId: current.id, position: currentScrollPosition() }, '');
}

/**
 * @template {HTMLElement} E
 * @param {string} tag
 * @param {new () => E} type
 * @returns {E}
 */
function getElement(tag, type) {
  const found = document.querySelector(tag);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${tag}.`);
}
