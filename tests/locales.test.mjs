/** Every language says the same things, with the same places to be filled. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const FOLDER = new URL('../www/locales/', import.meta.url);

/** @typedef {Record<string, string | Record<string, string>>} Phrases */

/**
 * @param {string} language
 * @returns {Phrases}
 */
const read = (language) => JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), 'utf8'));

const english = read('en');

/** @param {string | Record<string, string>} phrase */
const forms = (phrase) => (typeof phrase === 'string' ? [phrase] : Object.values(phrase));

/**
 * The places of a phrase. A form for one thing, or for two, may leave the count to its words.
 *
 * @param {string | Record<string, string>} phrase
 */
const places = (phrase) => [...new Set(forms(phrase).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

for (const language of readdirSync(FOLDER).map((file) => file.replace('.json', ''))) {
  test(`${language} has every phrase, and no other`, () => {
    const phrases = read(language);
    assert.deepEqual(Object.keys(phrases), Object.keys(english));
    for (const [key, phrase] of Object.entries(phrases)) {
      const original = english[key] ?? '';
      assert.equal(typeof phrase, typeof original, key);
      assert.deepEqual(places(phrase), places(original), key);
      assert.ok(forms(phrase).every((form) => form.trim() === form && form !== ''), key);
    }
  });

  test(`${language} counts by its own plural forms`, () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, phrase] of Object.entries(read(language))) {
      if (typeof phrase === 'string') continue;
      assert.ok('other' in phrase, `${key} has no form for any number`);
      assert.deepEqual(Object.keys(phrase).filter((form) => !known.includes(/** @type {Intl.LDMLPluralRule} */ (form))), [], key);
    }
  });
}
