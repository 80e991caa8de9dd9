/**
 * The page that the extension's reading view was opened to read. Its URL names the tab or the link; the page itself is
 * transferred from the tab in chunks and not stored.
 */

import { loadPage } from '../session.js';
import { fromLink } from './from-link.js';
import { fromTab } from './from-tab.js';

/** @returns {import('../launch-source.js').SourceLoader | null} */
export function launchSource() {
  // After a reload the saved page is read again. A page too long to be saved is transferred again.
  if (location.hash && loadPage()) return null;
  const parameters = new URLSearchParams(location.search);
  const link = parameters.get('link');
  if (link) return (signal) => fromLink(link, signal);
  const tab = Number(parameters.get('tab'));
  const part = parameters.get('part') === 'selection' ? 'selection' : 'page';
  return tab ? (signal, onProgress) => fromTab(tab, part, signal, onProgress) : null;
}
