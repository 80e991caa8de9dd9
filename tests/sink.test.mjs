/** One file of the site parses HTML strings, and by the page's policy no other can. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const WWW = new URL('../www/', import.meta.url);

const SINKS = /\b(?:setHTML(?:Unsafe)?|parseFromString|parseHTML(?:Unsafe)?|insertAdjacentHTML|createContextualFragment|srcdoc|execCommand|eval|Function)\b *\(?|\b(?:inner|outer)HTML\b *\+?=(?!=)|\binnerHTML *:|document *\. *write|\bon[a-z]+ *= *["'`]|\bset(?:Timeout|Interval)\( *["'`]/;

const scripts = readdirSync(WWW, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js') && !/^(pkg|vendor|examples)\//.test(path));

/** @param {string} path */
const codeOf = (path) => readFileSync(new URL(path, WWW), 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

/** @param {string} path */
const policyIn = (path) => /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(new URL(path, WWW), 'utf8'))?.[1] ?? '';

test('only one file parses HTML strings', () => {
  assert.ok(scripts.length > 50);
  assert.deepEqual(scripts.filter((path) => SINKS.test(codeOf(path))), ['reader/inert.js']);
});

test('every DOM XSS sink is detected', () => {
  const ways = ['a.innerHTML = b', 'a.outerHTML += b', "element('p', { innerHTML: b })", 'a.setHTMLUnsafe(b)', 'Document.parseHTMLUnsafe(b)',
    'new DOMParser().parseFromString(b, c)', 'a.insertAdjacentHTML(b, c)', 'document.write(b)', 'frame.srcdoc = b', 'eval(b)', 'new Function(b)',
    "setTimeout('b()')", 'range.createContextualFragment(b)', 'x = `<p onclick="b()">`'];
  for (const way of ways) assert.match(way, SINKS);
  for (const harmless of ['return page.body.innerHTML;', 'if (a.innerHTML === b) {', 'setTimeout(done, 5)', "addEventListener('paste', b)"]) {
    assert.doesNotMatch(harmless, SINKS);
  }
});

test('the page enforces Trusted Types, with the names of the existing policies', () => {
  const policy = policyIn('head.html');
  const directives = new Map(policy.split(';').map((part) => part.trim().split(/ (.*)/)).map(([name, value]) => [name, value]));
  assert.equal(directives.get('require-trusted-types-for'), "'script'");
  const made = scripts.flatMap((path) => [...codeOf(path).matchAll(/createPolicy\('([\w-]+)'/g)].map(([, name]) => name));
  assert.deepEqual([...new Set(made)].sort(), (directives.get('trusted-types') ?? '').split(' ').sort());
  assert.equal(directives.get('default-src'), "'none'");
  assert.equal(directives.get('script-src'), "'self' 'wasm-unsafe-eval'");
});

test('the header has the page’s policy and forbids framing; the extension’s page may connect to other hosts', () => {
  const header = /^  Content-Security-Policy: (.*)$/m.exec(readFileSync(new URL('_headers', WWW), 'utf8'))?.[1];
  assert.equal(header, `${policyIn('head.html')}; frame-ancestors 'none'`);
  assert.equal(policyIn('extension/head.html'), policyIn('head.html').replace("connect-src 'self';", "connect-src 'self' http: https:;"));
});
