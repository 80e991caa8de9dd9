/** Every language has the same messages, with the same slots. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const FOLDER = new URL('../www/locales/', import.meta.url);

/** @typedef {Record<string, string | Record<string, string>>} Messages */

/**
 * @param {string} language
 * @returns {Messages}
 */
const read = (language) => JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), 'utf8'));

const english = read('en');

/** @param {string | Record<string, string>} message */
const forms = (message) => (typeof message === 'string' ? [message] : Object.values(message));

/**
 * The slots of a message in all its plural forms. Forms for one or two may contain the number as a word.
 *
 * @param {string | Record<string, string>} message
 */
const slots = (message) => [...new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

for (const language of readdirSync(FOLDER).map((file) => file.replace('.json', ''))) {
  test(`${language} has the same messages as English`, () => {
    const messages = read(language);
    assert.deepEqual(Object.keys(messages), Object.keys(english));
    for (const [key, message] of Object.entries(messages)) {
      const original = english[key] ?? '';
      assert.equal(typeof message, typeof original, key);
      assert.deepEqual(slots(message), slots(original), key);
      assert.ok(forms(message).every((form) => form.trim() === form && form !== ''), key);
    }
  });

  test(`${language} has its own plural forms`, () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(read(language))) {
      if (typeof message === 'string') continue;
      assert.ok('other' in message, `${key} has no other form`);
      assert.deepEqual(Object.keys(message).filter((form) => !known.includes(/** @type {Intl.LDMLPluralRule} */ (form))), [], key);
    }
  });
}
