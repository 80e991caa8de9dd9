/**
 * The display settings, saved in local storage where the browser allows it, else kept until the tab is closed.
 */

import { contrast, isDark, MIN_TEXT_CONTRAST } from './reader/contrast.js';

const KEY = 'recto.settings';

/** The values of each setting, ascending where they are ordered. */
export const OPTIONS = /** @type {const} */ ({
  theme: ['auto', 'light', 'sepia', 'grey', 'dark', 'contrast', 'custom'],
  font: ['serif', 'sans', 'mono', 'literata', 'atkinson'],
  /** In percent of the default. */
  size: [80, 90, 100, 112, 125, 150, 175, 200, 250],
  weight: [300, 400, 500, 600, 700],
  lineHeight: [1.3, 1.45, 1.62, 1.8, 2, 2.3],
  /** Maximum line length in em; 34 em hold about 66 characters of a serif. */
  lineLength: [20, 24, 29, 34, 40, 48, 60],
  /** These three in em. */
  letterSpacing: [0, 0.02, 0.05, 0.08, 0.12],
  wordSpacing: [0, 0.08, 0.16, 0.24, 0.32],
  paragraphSpacing: [0.55, 0.8, 1.1, 1.5, 2],
  align: ['start', 'justify'],
  hyphens: ['narrow', 'always', 'never'],
  /** Scrolling, pages of one or two columns, or scrolling with all but a few lines dimmed. */
  layout: ['scroll', 'pages', 'spread', 'focus1', 'focus3', 'focus5'],
  /** Whether single-key shortcuts work in the reading view. */
  shortcuts: ['on', 'off'],
});

/** The colours of the custom theme, as `#rrggbb`. */
const COLOUR_SETTINGS = /** @type {const} */ (['customBackground', 'customText', 'customLink']);

/**
 * @typedef {{ -readonly [name in keyof typeof OPTIONS]: typeof OPTIONS[name][number] }} OptionSettings
 * @typedef {OptionSettings & Record<typeof COLOUR_SETTINGS[number], string>} Settings
 */

/** The settings that a preset contains. */
const COMFORTABLE = /** @type {const} */ ({
  font: 'serif',
  size: 100,
  weight: 400,
  lineHeight: 1.62,
  lineLength: 34,
  letterSpacing: 0,
  wordSpacing: 0,
  paragraphSpacing: 1.1,
  align: 'start',
  hyphens: 'narrow',
});

/** @type {Record<'comfortable' | 'compact' | 'dyslexia', Partial<Settings>>} */
export const PRESETS = {
  comfortable: COMFORTABLE,
  compact: { ...COMFORTABLE, size: 90, lineHeight: 1.45, lineLength: 40, paragraphSpacing: 0.55 },
  // By the British Dyslexia Association's style guide: a sans-serif, and more space between letters, words and lines.
  dyslexia: { ...COMFORTABLE, font: 'atkinson', size: 112, lineHeight: 1.8, lineLength: 29, letterSpacing: 0.05, wordSpacing: 0.16, paragraphSpacing: 1.5, hyphens: 'never' },
};

/** @type {Settings} */
const DEFAULTS = {
  ...COMFORTABLE,
  theme: 'auto',
  layout: 'scroll',
  shortcuts: 'on',
  customBackground: '#fdf6e3',
  customText: '#2f3b40',
  customLink: '#8a3a00',
};

/** Whether the browser allows the settings to be saved. */
let isSaved = true;

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

/** Whether the settings outlast the tab. */
export function settingsAreSaved() {
  return isSaved;
}

/** @param {Partial<Settings>} change */
export function changeSettings(change) {
  settings = { ...settings, ...change };
  save();
  apply();
}

/**
 * Changes an ordered setting by one step, within its limits.
 *
 * @param {'size' | 'weight' | 'lineHeight' | 'lineLength' | 'letterSpacing' | 'wordSpacing' | 'paragraphSpacing'} name
 * @param {1 | -1} direction
 */
export function stepSetting(name, direction) {
  /** @type {readonly number[]} */
  const steps = OPTIONS[name];
  const next = steps[steps.indexOf(settings[name]) + direction];
  if (next !== undefined) changeSettings({ [name]: next });
}

export function resetSettings() {
  settings = DEFAULTS;
  save();
  apply();
}

/** The name of the preset that matches the current settings, if any. */
export function currentPreset() {
  /** @type {Record<string, unknown>} */
  const current = settings;
  const found = Object.entries(PRESETS).find(([, preset]) => Object.entries(preset).every(([name, value]) => current[name] === value));
  return found?.[0] ?? null;
}

function save() {
  try {
    if (settings === DEFAULTS) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(settings));
    isSaved = true;
  } catch {
    // Storage may be denied in private windows: the change then lasts as long as the tab.
    isSaved = false;
  }
}

/** @returns {Settings} the saved settings, without unknown names and values */
function load() {
  try {
    const known = Object.entries(JSON.parse(localStorage.getItem(KEY) ?? '{}')).filter(([name, value]) => isKnown(name, value));
    return { ...DEFAULTS, ...Object.fromEntries(known) };
  } catch {
    isSaved = storageWorks();
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
  if (/** @type {readonly string[]} */ (COLOUR_SETTINGS).includes(name)) return /^#[\da-f]{6}$/i.test(String(value));
  /** @type {Record<string, readonly unknown[]>} */
  const options = OPTIONS;
  return options[name]?.includes(value) ?? false;
}

function apply() {
  const root = document.documentElement;
  const { customBackground, customText } = settings;
  const mostContrast = isDark(customBackground) ? '#ffffff' : '#000000';
  for (const name of /** @type {const} */ (['theme', 'font', 'align', 'hyphens', 'layout'])) root.dataset[name] = settings[name];
  const values = {
    '--text-scale': settings.size / 100,
    '--weight': settings.weight,
    '--line-height': settings.lineHeight,
    '--line-length': `${settings.lineLength}em`,
    '--letter-spacing': `${settings.letterSpacing}em`,
    '--word-spacing': `${settings.wordSpacing}em`,
    '--paragraph-spacing': `${settings.paragraphSpacing}em`,
    '--custom-background': customBackground,
    '--custom-text': customText,
    '--custom-header-text': contrast(customBackground, customText) < MIN_TEXT_CONTRAST ? mostContrast : customText,
    '--custom-link': settings.customLink,
    '--custom-scheme': isDark(customBackground) ? 'dark' : 'light',
  };
  for (const [name, value] of Object.entries(values)) root.style.setProperty(name, String(value));
  dispatchEvent(new Event('recto-settings-changed'));
}
