import { expect, test } from './support/fixture.js';
import { page as makePage } from './support/pages.js';

/** What the stand-in for the browser's voices was asked to say, and how it answers. */
/**
 * @typedef {{ text: string, rate: number, voice: string | null, lang: string }} Said
 * @typedef {{ said: Said[], end(): void, word(at: number, length: number): void, fail(): void }} Voices
 */

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {(EventTarget & { text: string, rate: number, voice: { name: string } | null, lang: string }) | null} */
    let current = null;
    const tell = (/** @type {string} */ type, facts = {}) => {
      const told = current;
      if (type !== 'boundary') current = null;
      told?.dispatchEvent(Object.assign(new Event(type), facts));
    };
    /** @type {Voices} */
    const voices = {
      said: [],
      end: () => tell('end'),
      word: (charIndex, charLength) => tell('boundary', { name: 'word', charIndex, charLength }),
      fail: () => tell('error', { error: 'synthesis-failed' }),
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
        voices.said.push({ text: text.trim(), rate, voice: voice?.name ?? null, lang });
      },
      cancel: () => tell('error', { error: 'canceled' }),
    });
    Object.defineProperty(globalThis, 'speechSynthesis', { value });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.assign(globalThis, { voices });
  });
});

/** @param {import('@playwright/test').Page} page */
const last = (page) => page.evaluate(() => /** @type {{ voices: Voices }} */ (/** @type {unknown} */ (globalThis)).voices.said.at(-1));

/**
 * @param {import('@playwright/test').Page} page
 * @param {'end' | 'fail'} what
 */
const tell = (page, what) => page.evaluate((name) => /** @type {{ voices: Voices }} */ (/** @type {unknown} */ (globalThis)).voices[name](), what);

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
const lit = (page, name) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map(String).join(), name);

const FIRST = 'The harbour at Skarvik freezes late, and the ferry keeps its hours until the ice is as thick as a hand is wide.';
const SECOND = 'People here count the winter in crossings, not in weeks, and they remember the years when the count was low.';
const NEXT_PARAGRAPH = 'This year the count is high.';

/** @param {import('./support/site.js').Site} site */
async function listen(site) {
  await site.readSource(makePage(), 'https://skarvik.example/winter');
  await site.page.getByRole('button', { name: 'Listen' }).click();
  await expect(site.page.getByRole('region', { name: 'Read aloud' })).toBeVisible();
}

test('reads the title, then sentence by sentence, in a voice of the article’s language', async ({ site, page }) => {
  await listen(site);
  expect(await last(page)).toEqual({ text: 'The winter ferry', rate: 1, voice: 'Voice en-US', lang: 'en' });
  await expect(page.getByRole('combobox', { name: 'Voice' }).getByRole('option')).toHaveText(['Default voice', 'Voice en-US', 'Voice en-GB']);
  await tell(page, 'end');
  expect((await last(page))?.text).toBe(FIRST);
  await tell(page, 'end');
  expect((await last(page))?.text).toBe(SECOND);
});

test('lights the sentence and the word, and keeps them in view', async ({ site, page }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await listen(site);
  await tell(page, 'end');
  expect(await lit(page, 'recto-sentence')).toBe(FIRST);
  await page.evaluate(() => /** @type {{ voices: Voices }} */ (/** @type {unknown} */ (globalThis)).voices.word(4, 7));
  expect(await lit(page, 'recto-word')).toBe('harbour');
  for (let sentence = 0; sentence < 7; sentence++) await tell(page, 'end');
  const spoken = await last(page);
  await expect(site.content.locator('p', { hasText: spoken?.text ?? '' })).toBeInViewport();
  await expect(site.title).not.toBeInViewport();
  await page.keyboard.press('Escape');
  expect(await lit(page, 'recto-sentence')).toBe('');
});

test('obeys its buttons', async ({ site, page }) => {
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
  const said = () => page.evaluate(() => /** @type {{ voices: Voices }} */ (/** @type {unknown} */ (globalThis)).voices.said.length);
  const before = await said();
  await press('Next sentence');
  expect(await said()).toBe(before);
  await press('Play');
  expect((await last(page))?.text).toBe(FIRST);

  await page.getByRole('combobox', { name: 'Speed' }).selectOption('1.5×');
  await page.getByRole('combobox', { name: 'Voice' }).selectOption('Voice en-GB');
  expect(await last(page)).toEqual({ text: FIRST, rate: 1.5, voice: 'Voice en-GB', lang: 'en' });
  await press('Stop reading aloud');
  await expect(page.getByRole('region', { name: 'Read aloud' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Listen' })).toBeFocused();
});

test('obeys its keys', async ({ site, page }) => {
  await listen(site);
  await page.keyboard.press('l');
  expect((await last(page))?.text).toBe(FIRST);
  await page.keyboard.press('Shift+L');
  expect((await last(page))?.text).toBe(NEXT_PARAGRAPH);
  await page.keyboard.press('Shift+J');
  expect((await last(page))?.text).toBe(FIRST);
  await page.keyboard.press('k');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Read aloud' })).toBeHidden();
});

test('says when a voice is missing or stops, and when the article is at its end', async ({ site, page }) => {
  await site.readSource(makePage({ attributes: 'lang="fi"' }));
  await page.getByRole('button', { name: 'Listen' }).click();
  const status = page.getByRole('region', { name: 'Read aloud' }).getByRole('status');
  await expect(status).toHaveText('No voice is installed for Finnish, so the pronunciation may be wrong.');
  await tell(page, 'fail');
  await expect(status).toHaveText('The voice stopped. Press Play, or choose another voice.');
  await page.getByRole('button', { name: 'Play' }).click();
  for (let sentence = 0; sentence < 30; sentence++) await tell(page, 'end');
  await expect(status).toHaveText('End of article.');
});

test('ends when the article is left', async ({ site, page }) => {
  await listen(site);
  await site.back();
  await expect(page.getByRole('region', { name: 'Read aloud' })).toBeHidden();
});
