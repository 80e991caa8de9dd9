/**
 * How the reader wants pages to look. Kept in this browser where it allows that, else until the tab is closed.
 */

/**
 * @typedef {'auto' | 'light' | 'sepia' | 'dark'} Theme
 * @typedef {{ theme: Theme, size: number }} Settings
 */

const KEY = 'recto.settings';

/** @type {readonly Theme[]} */
export const THEMES = ['auto', 'light', 'sepia', 'dark'];

/** Text sizes, in percent of the comfortable default. */
export const SIZES = [80, 90, 100, 112, 125, 150, 175, 200, 250];

/** @type {Settings} */
let settings = load();
apply();

// Another tab of the site changed them.
addEventListener('storage', ({ key }) => {
  if (key !== KEY) return;
  settings = load();
  apply();
});

/** @returns {Readonly<Settings>} */
export function currentSettings() {
  return settings;
}

/** @param {Partial<Settings>} change */
export function changeSettings(change) {
  settings = { ...settings, ...change };
  apply();
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Private windows may refuse: the change then lasts as long as the tab.
  }
}

/** @returns {Settings} */
function load() {
  try {
    const { theme, size } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return { theme: THEMES.includes(theme) ? theme : 'auto', size: SIZES.includes(size) ? size : 100 };
  } catch {
    return { theme: 'auto', size: 100 };
  }
}

function apply() {
  const root = document.documentElement;
  root.dataset.theme = settings.theme;
  root.style.setProperty('--text-scale', String(settings.size / 100));
  dispatchEvent(new Event('recto-settings'));
}
