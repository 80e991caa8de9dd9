/**
 * What the extension's reading view was opened to read. Its address names the tab or the link; the page itself goes from
 * there to here, piece by piece, and is stored nowhere.
 */

import { fromLink } from './from-link.js';
import { fromTab } from './from-tab.js';
import { keptRead } from '../session.js';

/** @returns {import('../launch-source.js').Take | null} */
export function offered() {
  // After a reload the page that was kept is read again. A page too long to be kept is taken again.
  if (location.hash && keptRead()) return null;
  const asked = new URLSearchParams(location.search);
  const link = asked.get('link');
  if (link) return (signal) => fromLink(link, signal);
  const tab = Number(asked.get('tab'));
  const part = asked.get('part') === 'selection' ? 'selection' : 'page';
  return tab ? (signal, tell) => fromTab(tab, part, signal, tell) : null;
}
