import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

/**
 * A fake of the browser's speech synthesis: what was spoken, and functions that fire its events.
 *
 * @typedef {{ text: string, rate: number, voice: string | null, lang: string }} Spoken
 * @typedef {{ spoken: Spoken[], end(): void, word(index: number, length: number): void, fail(): void }} FakeSpeech
 */

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {(EventTarget & { text: string, rate: number, voice: { name: string } | null, lang: string }) | null} */
    let current = null;
    const fire = (/** @type {string} */ type, properties = {}) => {
      const target = current;
      if (type !== 'boundary') current = null;
      target?.dispatchEvent(Object.assign(new Event(type), properties));
    };
    /** @type {FakeSpeech} */
    const speech = {
      spoken: [],
      end: () => fire('end'),
      word: (charIndex, charLength) => fire('boundary', { name: 'word', charIndex, charLength }),
      fail: () => fire('error', { error: 'synthesis-failed' }),
    };
    class Utterance extends EventTarget {
      rate = 1;
      voice = null;
      lang = '';
      constructor(/** @type {string} */ text) {
        super();
        this.text = text;
      }
    }
    const value = Object.assign(new EventTarget(), {
      getVoices: () => ['de-DE', 'en-US', 'en-GB'].map((lang) => ({ name: `Voice ${lang}`, voiceURI: lang, lang })),
      speak(/** @type {Utterance} */ utterance) {
        current = utterance;
        const { text, rate, lang } = utterance;
        const voice = /** @type {{ name: string } | null} */ (utterance.voice);
        speech.spoken.push({ text: text.trim(), rate, voice: voice?.name ?? null, lang });
      },
      cancel: () => fire('error', { error: 'canceled' }),
    });
    Object.defineProperty(globalThis, 'speechSynthesis', { value });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.assign(globalThis, { speech });
  });
});

/** @param {import('@playwright/test').Page} page */
const last = (page) => page.evaluate(() => /** @type {{ speech: FakeSpeech }} */ (/** @type {unknown} */ (globalThis)).speech.spoken.at(-1));

/**
 * @param {import('@playwright/test').Page} page
 * @param {'end' | 'fail'} event
 */
const fire = (page, event) => page.evaluate((name) => /** @type {{ speech: FakeSpeech }} */ (/** @type {unknown} */ (globalThis)).speech[name](), event);

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
const highlighted = (page, name) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String).join(), name);

const FIRST = 'The harbour at Skarvik freezes late, and the ferry keeps its hours until the ice is as thick as a hand is wide.';
const SECOND = 'People here count the winter in crossings, not in weeks, and they remember the years when the count was low.';
const NEXT_PARAGRAPH = 'This year the count is high.';

/** @param {import('./support/site.js').Site} site */
async function listen(site) {
  await site.readSource(makePage(), 'https://skarvik.example/winter');
  await site.page.getByRole('button', { name: 'Listen' }).click();
  await expect(site.page.getByRole('region', { name: 'Read aloud' })).toBeVisible();
}

test('reads the title, then each sentence, in a voice of the article’s language', async ({ site, page }) => {
  await listen(site);
  expect(await last(page)).toEqual({ text: 'The winter ferry', rate: 1, voice: 'Voice en-US', lang: 'en' });
  await expect(page.getByRole('combobox', { name: 'Voice' }).getByRole('option')).toHaveText(['Default voice', 'Voice en-US', 'Voice en-GB']);
  await fire(page, 'end');
  expect((await last(page))?.text).toBe(FIRST);
  await fire(page, 'end');
  expect((await last(page))?.text).toBe(SECOND);
});

test('highlights the sentence and the word, and keeps them in view', async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await listen(site);
  await fire(page, 'end');
  expect(await highlighted(page, 'recto-sentence')).toBe(FIRST);
  await page.evaluate(() => /** @type {{ speech: FakeSpeech }} */ (/** @type {unknown} */ (globalThis)).speech.word(4, 7));
  expect(await highlighted(page, 'recto-word')).toBe('harbour');
  for (let sentence = 0; sentence < 7; sentence++) await fire(page, 'end');
  const spoken = await last(page);
  await expect(site.content.locator('p', { hasText: spoken?.text ?? '' })).toBeInViewport();
  await expect(site.title).not.toBeInViewport();
  await page.keyboard.press('Escape');
  expect(await highlighted(page, 'recto-sentence')).toBe('');
});

test('is controlled by its buttons', async ({ site, page }) => {
  await listen(site);
  const press = (/** @type {string} */ name) => page.getByRole('region', { name: 'Read aloud' }).getByRole('button', { name }).click();
  await press('Next sentence');
  expect((await last(page))?.text).toBe(FIRST);
  await press('Next paragraph');
  expect((await last(page))?.text).toBe(NEXT_PARAGRAPH);
  await press('Previous sentence');
  expect((await last(page))?.text).toBe(SECOND);
  await press('Previous paragraph');
  expect((await last(page))?.text).toBe('The winter ferry');

  await press('Pause');
  const spokenCount = () => page.evaluate(() => /** @type {{ speech: FakeSpeech }} */ (/** @type {unknown} */ (globalThis)).speech.spoken.length);
  const before = await spokenCount();
  await press('Next sentence');
  expect(await spokenCount()).toBe(before);
  await press('Play');
  expect((await last(page))?.text).toBe(FIRST);

  await page.getByRole('combobox', { name: 'Speed' }).selectOption('1.5×');
  await page.getByRole('combobox', { name: 'Voice' }).selectOption('Voice en-GB');
  expect(await last(page)).toEqual({ text: FIRST, rate: 1.5, voice: 'Voice en-GB', lang: 'en' });
  await press('Stop reading aloud');
  await expect(page.getByRole('region', { name: 'Read aloud' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Listen' })).toBeFocused();
});

test('is controlled by its keyboard shortcuts', async ({ site, page }) => {
  await listen(site);
  await page.keyboard.press('l');
  expect((await last(page))?.text).toBe(FIRST);
  await page.keyboard.press('Shift+L');
  expect((await last(page))?.text).toBe(NEXT_PARAGRAPH);
  await page.keyboard.press('Shift+J');
  expect((await last(page))?.text).toBe(FIRST);
  await page.keyboard.press('k');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Read aloud' })).toBeHidden();
});

test('shows when a voice is missing or fails, and when the article ends', async ({ site, page }) => {
  await site.readSource(makePage({ attributes: 'lang="fi"' }));
  await page.getByRole('button', { name: 'Listen' }).click();
  const status = page.getByRole('region', { name: 'Read aloud' }).getByRole('status');
  await expect(status).toHaveText('No voice is installed for Finnish, so the pronunciation may be wrong.');
  await fire(page, 'fail');
  await expect(status).toHaveText('The voice stopped. Press Play, or choose another voice.');
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  for (let sentence = 0; sentence < 30; sentence++) await fire(page, 'end');
  await expect(status).toHaveText('End of article.');
});

test('stops when the article is left', async ({ site, page }) => {
  await listen(site);
  await site.back();
  await expect(page.getByRole('region', { name: 'Read aloud' })).toBeHidden();
});
