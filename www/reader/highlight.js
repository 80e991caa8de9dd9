/**
 * Colours for code, by highlight.js. Its core and each language are loaded when an article has code in it; a language
 * that is not here leaves the code as it is.
 */

import hljs from '../vendor/cdn-assets/core.min.js';
import { contentsOf, element } from './element.js';

/** @type {Record<string, string[]>} Files of languages, and what else a page may call them. xtask/src/vendored.rs lists the files. */
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

/** Longer code takes too long to colour. */
const LONGEST = 100_000;

/**
 * @param {HTMLElement} code holds text and nothing else
 * @param {string} name the language as the page calls it
 */
export async function highlight(code, name) {
  const wanted = name.toLowerCase();
  const language = Object.entries(LANGUAGES).find(([file, others]) => file === wanted || others.includes(wanted))?.[0];
  const text = code.textContent ?? '';
  if (!language || text.length > LONGEST) return;
  if (!hljs.getLanguage(language)) {
    hljs.registerLanguage(language, (await import(`../vendor/cdn-assets/${language}.min.js`)).default);
  }
  const parts = new Parts();
  hljs.highlight(text, { language, ignoreIllegals: true })._emitter.walk(parts);
  // Whatever a grammar does, the code's own text stays.
  if (parts.root.textContent === text) code.replaceChildren(contentsOf(parts.root));
}

/** Makes elements of what the highlighter found, so that no HTML is ever made of strings. */
class Parts {
  root = element('span');
  #open = [this.root];

  /** @param {string} text */
  addText(text) {
    this.#open.at(-1)?.append(text);
  }

  /** @param {{ scope?: string }} node */
  openNode({ scope }) {
    const part = element('span', { className: scope ? `hl-${scope.split(/[.:]/)[0]}` : '' });
    this.#open.at(-1)?.append(part);
    this.#open.push(part);
  }

  closeNode() {
    this.#open.pop();
  }
}
