/**
 * How the reader wants pages to look. Kept on this device where the browser allows it, else until the tab is closed.
 */

import { contrast, ENOUGH_FOR_TEXT, isDark } from './reader/contrast.js';

const KEY = 'recto.settings';

/** What each setting may be, from the least to the most where there is an order. */
export const CHOICES = /** @type {const} */ ({
  theme: ['auto', 'light', 'sepia', 'grey', 'dark', 'contrast', 'custom'],
  font: ['serif', 'sans', 'mono', 'literata', 'atkinson'],
  /** In percent of the comfortable default. */
  size: [80, 90, 100, 112, 125, 150, 175, 200, 250],
  weight: [300, 400, 500, 600, 700],
  lineHeight: [1.3, 1.45, 1.62, 1.8, 2, 2.3],
  /** The longest line, in em: 34 hold about 66 characters of a book face. */
  measure: [20, 24, 29, 34, 40, 48, 60],
  /** These three in em. */
  letterSpacing: [0, 0.02, 0.05, 0.08, 0.12],
  wordSpacing: [0, 0.08, 0.16, 0.24, 0.32],
  paragraphSpacing: [0.55, 0.8, 1.1, 1.5, 2],
  align: ['start', 'justify'],
  hyphens: ['narrow', 'always', 'never'],
  /** Down the window, in pages of one or two columns, or with a few lines lit. */
  flow: ['scroll', 'pages', 'spread', 'lines1', 'lines3', 'lines5'],
  /** Whether single keys do something in the reading view. */
  keys: ['on', 'off'],
});

/** The reader's own colours, as a colour field gives them. */
const COLOURS = /** @type {const} */ (['customPaper', 'customInk', 'customLink']);

/**
 * @typedef {{ -readonly [name in keyof typeof CHOICES]: typeof CHOICES[name][number] }} Choices
 * @typedef {Choices & Record<typeof COLOURS[number], string>} Settings
 */

/** The type settings that a preset sets. */
const COMFORTABLE = /** @type {const} */ ({
  font: 'serif',
  size: 100,
  weight: 400,
  lineHeight: 1.62,
  measure: 34,
  letterSpacing: 0,
  wordSpacing: 0,
  paragraphSpacing: 1.1,
  align: 'start',
  hyphens: 'narrow',
});

/** @type {Record<'comfortable' | 'compact' | 'dyslexia', Partial<Settings>>} */
export const PRESETS = {
  comfortable: COMFORTABLE,
  compact: { ...COMFORTABLE, size: 90, lineHeight: 1.45, measure: 40, paragraphSpacing: 0.55 },
  // What the British Dyslexia Association's style guide asks for: an even sans, room between letters, words and lines.
  dyslexia: { ...COMFORTABLE, font: 'atkinson', size: 112, lineHeight: 1.8, measure: 29, letterSpacing: 0.05, wordSpacing: 0.16, paragraphSpacing: 1.5, hyphens: 'never' },
};

/** @type {Settings} */
const DEFAULTS = {
  ...COMFORTABLE,
  theme: 'auto',
  flow: 'scroll',
  keys: 'on',
  customPaper: '#fdf6e3',
  customInk: '#2f3b40',
  customLink: '#8a3a00',
};

/** Whether the browser keeps what is chosen. */
let kept = true;

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

/** Whether settings outlast the tab. */
export function settingsAreKept() {
  return kept;
}

/** @param {Partial<Settings>} change */
export function changeSettings(change) {
  settings = { ...settings, ...change };
  keep();
  apply();
}

/**
 * Moves a setting that has an order a step up or down, and stops at its ends.
 *
 * @param {'size' | 'weight' | 'lineHeight' | 'measure' | 'letterSpacing' | 'wordSpacing' | 'paragraphSpacing'} name
 * @param {1 | -1} direction
 */
export function stepSetting(name, direction) {
  /** @type {readonly number[]} */
  const steps = CHOICES[name];
  const next = steps[steps.indexOf(settings[name]) + direction];
  if (next !== undefined) changeSettings({ [name]: next });
}

export function resetSettings() {
  settings = DEFAULTS;
  keep();
  apply();
}

/** The preset that the type settings amount to, if any. */
export function currentPreset() {
  /** @type {Record<string, unknown>} */
  const current = settings;
  const found = Object.entries(PRESETS).find(([, preset]) => Object.entries(preset).every(([name, value]) => current[name] === value));
  return found?.[0] ?? null;
}

function keep() {
  try {
    if (settings === DEFAULTS) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(settings));
    kept = true;
  } catch {
    // Private windows may refuse: the change then lasts as long as the tab.
    kept = false;
  }
}

/** @returns {Settings} what is kept, as far as it still means something */
function load() {
  try {
    const known = Object.entries(JSON.parse(localStorage.getItem(KEY) ?? '{}')).filter(([name, value]) => isKnown(name, value));
    return { ...DEFAULTS, ...Object.fromEntries(known) };
  } catch {
    kept = storageWorks();
    return DEFAULTS;
  }
}

function storageWorks() {
  try {
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function isKnown(name, value) {
  if (/** @type {readonly string[]} */ (COLOURS).includes(name)) return /^#[\da-f]{6}$/i.test(String(value));
  /** @type {Record<string, readonly unknown[]>} */
  const choices = CHOICES;
  return choices[name]?.includes(value) ?? false;
}

function apply() {
  const root = document.documentElement;
  const { customPaper, customInk } = settings;
  const farthest = isDark(customPaper) ? '#ffffff' : '#000000';
  for (const name of /** @type {const} */ (['theme', 'font', 'align', 'hyphens', 'flow'])) root.dataset[name] = settings[name];
  const values = {
    '--text-scale': settings.size / 100,
    '--weight': settings.weight,
    '--line-height': settings.lineHeight,
    '--measure': `${settings.measure}em`,
    '--letter-spacing': `${settings.letterSpacing}em`,
    '--word-spacing': `${settings.wordSpacing}em`,
    '--paragraph-spacing': `${settings.paragraphSpacing}em`,
    '--custom-paper': customPaper,
    '--custom-ink': customInk,
    '--custom-bar-ink': contrast(customPaper, customInk) < ENOUGH_FOR_TEXT ? farthest : customInk,
    '--custom-link': settings.customLink,
    '--custom-scheme': isDark(customPaper) ? 'dark' : 'light',
  };
  for (const [name, value] of Object.entries(values)) root.style.setProperty(name, String(value));
  dispatchEvent(new Event('recto-settings'));
}
