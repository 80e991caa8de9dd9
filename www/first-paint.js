/**
 * What the first paint waits for, ahead of the rest of the site: the reader's own theme, the words in the reader's
 * language, and which view the address names.
 */

import { startNewest } from './offline.js';
import { translate } from './reader/i18n.js';
import './settings.js';

/** @type {HTMLElement | null} What was pressed before the application was there to hear of it. */
let pressed = null;

translate(document);
if (location.hash) {
  document.documentElement.dataset.view = 'article';
  document.querySelector('recto-input')?.toggleAttribute('hidden', true);
}
addEventListener('click', remember);
addEventListener('recto-started', startedNow, { once: true });
await startNewest();

/** @param {MouseEvent} event */
function remember(event) {
  pressed = /** @type {HTMLElement} */ (event.target).closest('recto-input button');
  if (pressed) event.preventDefault();
}

function startedNow() {
  removeEventListener('click', remember);
  pressed?.click();
}
