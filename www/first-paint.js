/**
 * Render-blocking setup, ahead of app.js: the saved theme, the interface's language, and the view that the URL's
 * fragment selects.
 */

import { activateWaitingVersion } from './offline.js';
import { translateDocument } from './reader/i18n.js';
import './settings.js';

/** @type {HTMLElement | null} A button clicked before app.js has loaded. */
let pendingClick = null;

translateDocument(document);
if (location.hash) {
  document.documentElement.dataset.view = 'article';
  document.querySelector('recto-input')?.toggleAttribute('hidden', true);
}
addEventListener('click', deferClick);
addEventListener('recto-started', replayClick, { once: true });
await activateWaitingVersion();

/** @param {MouseEvent} event */
function deferClick(event) {
  pendingClick = /** @type {HTMLElement} */ (event.target).closest('recto-input button');
  if (pendingClick) event.preventDefault();
}

function replayClick() {
  removeEventListener('click', deferClick);
  pendingClick?.click();
}
