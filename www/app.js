/**
 * The site's controller and its only stateful module: a source comes in, the reader makes an article of it, a view
 * shows it. The address bar's fragment tells which view is open; pages themselves never appear in an address.
 */

import './first-paint.js';
import { Failure } from './errors.js';
import { InputView } from './input-view.js';
import { offered } from './launch-source.js';
import { keepOffline } from './offline.js';
import { listenForDrop, listenForPaste } from './paste-and-drop.js';
import { ArticleView } from './reader/article-view.js';
import { BusyBar } from './reader/progress-bar.js';
import './reader/find-in-article.js';
import { currentPlace, returnTo } from './reader/layout.js';
import './reader/line-focus.js';
import './reader/link-status.js';
import { ListenButton } from './reader/read-aloud-button.js';
import { Notice } from './reader/notice.js';
import { OutlineButton } from './reader/outline-button.js';
import './reader/page-bar.js';
import { say } from './reader/i18n.js';
import './reader/settings-panel.js';
import { TakeAway } from './reader/export-menu.js';
import { keepRead, keptRead } from './session.js';
import { listenForFiles } from './share-target.js';
import { workerUrl } from './worker-url.js';
import { whatWasFound, wordsFor } from './error-messages.js';
import { createReader } from './worker.js';

/**
 * @typedef {import('./sources.js').Source} Source
 * @typedef {import('./session.js').KeptRead} KeptRead
 * @typedef {import('./worker.js').Article} Article
 * @typedef {KeptRead & { article: Article, place: import('./reader/layout.js').Place }} Read
 */

const input = find('recto-input', InputView);
const articleView = find('recto-article', ArticleView);
const busy = find('recto-busy', BusyBar);
const notice = find('recto-notice', Notice);
const listen = find('recto-listen', ListenButton);
const outline = find('recto-outline', OutlineButton);
const takeAway = find('recto-take-away', TakeAway);

/** What may go well the next time, although it gave no page this time. */
const TAKEN_AGAIN = ['AbortError', 'NoAccess', 'NoFileAccess', 'LinkFailed'];

const BEGINNING = { y: 0, page: 0 };

/** Browsers count how often a page changes its history: only a place at which the reader stays is kept. */
const SETTLED_MS = 250;

/** @type {Map<number, Read>} Every article of this visit, so that Back and Forward find it. */
const reads = new Map();

/** @type {Read | null} The article in the article view. */
let latest = null;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let placeTimer;

/** @type {AbortController | null} */
let task = null;

/** @type {import('./worker.js').Reader | null} */
let reader = null;

let lastId = keptRead()?.id ?? 0;

start();

function start() {
  input.addEventListener('recto-read', (event) => read(/** @type {CustomEvent} */ (event).detail));
  listenForPaste(read);
  listenForDrop(read);
  listenForFiles(read);
  for (const link of document.querySelectorAll('[data-home]')) link.addEventListener('click', goHome);
  addEventListener('popstate', route);
  addEventListener('scroll', rememberPlace, { passive: true, capture: true });
  addEventListener('unhandledrejection', ({ reason }) => fail(reason, null));
  addEventListener('error', ({ error }) => error && fail(error, null));

  const kept = keptRead();
  if (kept) input.recall(kept.source, kept.address);
  const take = offered();
  if (take) takeOffered(take);
  else if (onArticle()) resume();
  else showView('input');
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    theReader();
    keepOffline();
  });
  dispatchEvent(new Event('recto-started'));
}

/**
 * What the page was opened for is read once: the entry it came by is the page's own from then on. Nothing else is shown
 * meanwhile.
 *
 * @param {import('./launch-source.js').Take} take
 */
function takeOffered(take) {
  history.replaceState(null, '', location.pathname + location.search);
  showView('article');
  read(take);
}

/** The worker starts as soon as the page is idle, or with the first read if that comes sooner. */
function theReader() {
  return (reader ??= createReader({ workerUrl }));
}

/**
 * Reads what a way in gives. A newer read takes over from an older one.
 *
 * @param {import('./launch-source.js').Take} take
 * @param {KeptRead | null} [kept] the read this one repeats
 */
async function read(take, kept = null) {
  const mine = beginTask();
  let begun = kept;
  try {
    const source = await take(mine.signal, (words) => task === mine && busy.tell(words));
    mine.signal.throwIfAborted();
    begun ??= { id: ++lastId, source, address: input.typedAddress ?? source.url };
    const making = makeArticle(begun, mine.signal);
    // Beside the worker's work: it may take the browser as long.
    keepRead(begun);
    open({ ...begun, article: await making, place: (kept && history.state?.place) || BEGINNING });
  } catch (thrown) {
    if (task === mine) fail(thrown, begun, take);
  } finally {
    if (task === mine) busy.stop();
  }
}

function beginTask() {
  dropTask();
  const begun = new AbortController();
  task = begun;
  busy.start(() => begun.abort());
  return begun;
}

/** Gives up what is under way without a word, because something else was asked for. */
function dropTask() {
  const dropped = task;
  task = null;
  dropped?.abort();
  busy.stop();
  notice.clear();
}

/**
 * @param {KeptRead} read
 * @param {AbortSignal} signal
 * @returns {Promise<Article>}
 */
async function makeArticle({ source, address: url }, signal) {
  const extract = (/** @type {boolean} */ wholePage) => theReader().extract(source.html, { url, signal, wholePage });
  if (source.kind === 'whole') return extract(true);
  try {
    return await extract(false);
  } catch (thrown) {
    if (!isNoContent(thrown)) throw thrown;
  }
  const wholePage = await extract(true).catch((thrown) => {
    throw isNoContent(thrown) ? new Failure('NoText') : thrown;
  });
  // Who selected a part of a page has already said what the content is.
  if (source.kind === 'fragment') return wholePage;
  throw Object.assign(new Failure('NoContent'), { wholePage });
}

/** @param {unknown} thrown */
function isNoContent(thrown) {
  return thrown instanceof Error && thrown.name === 'NoContent';
}

/** @param {Read} opened */
function open(opened) {
  if (history.state?.read !== opened.id) history.pushState({ read: opened.id }, '', '#read');
  show(opened);
  input.hold(opened.source, opened.address);
  articleView.focusTitle();
  // The title may be on another page.
  returnTo(opened.place);
}

/**
 * Failures are shown beside the source box, which holds what could not be read.
 *
 * @param {unknown} thrown
 * @param {KeptRead | null} failed
 * @param {import('./launch-source.js').Take} [take] what gave no page
 */
function fail(thrown, failed, take) {
  leaveArticle();
  if (failed) input.hold(failed.source, failed.address);
  const { name, facts, wholePage } = /** @type {Failure & { wholePage?: Article }} */ (thrown);
  if (name === 'AddressOnly') input.suggestAddress(facts.address ?? '');
  notice.show({
    ...wordsFor(thrown),
    found: wholePage ? whatWasFound(wholePage) : [],
    actions: failed ? waysOn(name, failed) : take && TAKEN_AGAIN.includes(name) ? [{ label: say('again.try'), run: () => read(take) }] : [],
  });
}

/**
 * @param {string} name
 * @param {KeptRead} failed
 */
function waysOn(name, failed) {
  const again = (/** @type {Source} */ source) => {
    const address = input.typedAddress ?? failed.address;
    return read(async () => source, { ...failed, source, address });
  };
  if (name === 'NoContent') {
    return [{ label: say('again.whole'), run: () => again({ ...failed.source, kind: 'whole' }) }];
  }
  const mayPassNextTime = ['TimeoutError', 'AbortError', 'Crashed', 'LoadFailed'].includes(name);
  return mayPassNextTime ? [{ label: say('again.try'), run: () => again(failed.source) }] : [];
}

/** @param {Event} event */
function goHome(event) {
  event.preventDefault();
  dropTask();
  leaveArticle();
}

/** An article that never came up leaves no entry to go back to. */
function leaveArticle() {
  if (!onArticle() && articleView.hidden) return;
  const address = location.pathname + location.search;
  if (reads.has(history.state?.read)) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  showInput();
}

/** Shows what the address bar and the history say. */
function route() {
  dropTask();
  if (!onArticle()) {
    showInput();
    return;
  }
  // A link to a place within the article makes an entry without state.
  const wanted = history.state ? reads.get(history.state.read) : latest;
  if (!wanted) resume();
  else if (wanted !== latest || articleView.hidden) {
    show(wanted);
    input.recall(wanted.source, wanted.address);
  }
}

/** After a reload: reads the kept page again, if it is the one this entry of the history showed. */
function resume() {
  const kept = keptRead();
  if (!kept || (history.state && history.state.read !== kept.id)) {
    fail(new Failure('Forgotten'), null);
    return;
  }
  history.replaceState({ ...history.state, read: kept.id }, '');
  showView('article');
  read(async () => kept.source, kept);
}

/** @param {Read} shown */
function show(shown) {
  const { article, address, source } = shown;
  showView('article');
  if (shown !== latest) {
    const isWholePage = source.kind === 'whole' && source.html === source.text;
    articleView.show(article, { address, note: isWholePage ? say('article.wholePage') : null });
    outline.follow(articleView.content, article.readingMinutes);
    takeAway.source = () => ({ article, address, withImages: articleView.hasImages });
    const change = (/** @type {Article} */ changed) => show({ ...shown, article: changed, place: currentPlace() });
    articleView.dispatchEvent(new CustomEvent('recto-shown', { bubbles: true, detail: { article, source, address, change } }));
  }
  reads.set(shown.id, shown);
  latest = shown;
  document.title = `${article.title ?? say('article.untitled')} · Recto`;
  returnTo(shown.place);
}

function showInput() {
  showView('input');
  document.title = 'Recto';
  scrollTo({ top: 0, behavior: 'instant' });
}

/** @param {'input' | 'article'} name */
function showView(name) {
  listen.stop();
  document.documentElement.dataset.view = name;
  input.hidden = name !== 'input';
  articleView.hidden = name !== 'article';
}

function onArticle() {
  return location.hash !== '';
}

function rememberPlace() {
  if (!latest || articleView.hidden) return;
  latest.place = currentPlace();
  clearTimeout(placeTimer);
  placeTimer = setTimeout(keepPlace, SETTLED_MS);
}

/** For a reload. Not when the page is left: not every browser takes a last change then. */
function keepPlace() {
  if (latest && !articleView.hidden) history.replaceState({ read: latest.id, place: currentPlace() }, '');
}

/**
 * @template {HTMLElement} E
 * @param {string} tag
 * @param {new () => E} type
 * @returns {E}
 */
function find(tag, type) {
  const found = document.querySelector(tag);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${tag}.`);
}
