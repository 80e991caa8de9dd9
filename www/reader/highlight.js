/**
 * Syntax highlighting by highlight.js. Its core and each language are loaded on demand; code in a language that is not
 * listed here stays as it is.
 */

import hljs from '../vendor/cdn-assets/core.min.js';
import { element, extractContents } from './element.js';

/** @type {Record<string, string[]>} The languages, by the names of their files in xtask/src/vendored.rs, and their aliases. */
export const LANGUAGES = {
  bash: ['sh', 'shell', 'zsh', 'console', 'shell-session', 'shellscript'],
  c: ['h'],
  cpp: ['c++', 'cc', 'hpp'],
  csharp: ['cs', 'c#'],
  css: [],
  diff: ['patch'],
  dockerfile: ['docker'],
  elixir: ['ex'],
  go: ['golang'],
  haskell: ['hs'],
  ini: ['toml', 'conf'],
  java: [],
  javascript: ['js', 'jsx', 'mjs', 'node'],
  json: ['json5', 'jsonc'],
  kotlin: ['kt'],
  lua: [],
  markdown: ['md'],
  perl: ['pl'],
  php: [],
  powershell: ['ps1'],
  python: ['py', 'python3'],
  r: [],
  ruby: ['rb'],
  rust: ['rs'],
  scala: [],
  scss: ['sass'],
  sql: ['mysql', 'postgresql', 'pgsql'],
  swift: [],
  typescript: ['ts', 'tsx'],
  xml: ['html', 'svg', 'vue', 'xhtml'],
  yaml: ['yml'],
};

/** Longer code takes too long to highlight. */
const MAX_LENGTH = 100_000;

/**
 * @param {HTMLElement} code has only text in it
 * @param {string} name of the language in the page
 */
export async function highlight(code, name) {
  const wanted = name.toLowerCase();
  const language = Object.entries(LANGUAGES).find(([file, aliases]) => file === wanted || aliases.includes(wanted))?.[0];
  const text = code.textContent ?? '';
  if (!language || text.length > MAX_LENGTH) return;
  if (!hljs.getLanguage(language)) {
    hljs.registerLanguage(language, (await import(`../vendor/cdn-assets/${language}.min.js`)).default);
  }
  const builder = new ElementBuilder();
  hljs.highlight(text, { language, ignoreIllegals: true })._emitter.walk(builder);
  // A faulty grammar must not change the code's text.
  if (builder.root.textContent === text) code.replaceChildren(extractContents(builder.root));
}

/** Builds elements from the highlighter's token tree, so that no HTML string is parsed. */
class ElementBuilder {
  root = element('span');
  #open = [this.root];

  /** @param {string} text */
  addText(text) {
    this.#open.at(-1)?.append(text);
  }

  /** @param {{ scope?: string }} node */
  openNode({ scope }) {
    const span = element('span', { className: scope ? `hl-${scope.split(/[.:]/)[0]}` : '' });
    this.#open.at(-1)?.append(span);
    this.#open.push(span);
  }

  closeNode() {
    this.#open.pop();
  }
}
