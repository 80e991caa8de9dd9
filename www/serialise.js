/**
 * Injected into the page to be read, so it cannot refer to anything in this module. Serialises the live document with what
 * `outerHTML` omits: shadow roots, same-origin frames, and the current URLs of images. Form input is omitted.
 *
 * The result is stored in a global of the page (for an extension, of its isolated world) until it is read in chunks,
 * because it may be longer than an extension's messages can be.
 *
 * @param {'page' | 'selection'} part
 * @returns {{ length: number, url: string, type: string }}
 */
export function serialise(part) {
  const SKIPPED = new Set(['STYLE', 'INPUT', 'TEXTAREA', 'SELECT', 'DATALIST', 'TEMPLATE', 'OBJECT', 'EMBED', 'CANVAS']);
  const VOID = new Set(['AREA', 'BASE', 'BR', 'COL', 'HR', 'IMG', 'LINK', 'META', 'SOURCE', 'TRACK', 'WBR']);
  const RAW_TEXT = new Set(['SCRIPT', 'NOSCRIPT', 'XMP', 'IFRAME', 'NOEMBED', 'NOFRAMES', 'PLAINTEXT']);
  const ESCAPES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' });
  /** @type {string[]} */
  const output = [];

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"\u00a0]/g, (character) => ESCAPES[character] ?? '');

  /**
   * @param {Element} node
   * @returns {ShadowRoot | null}
   */
  const shadowRootOf = (node) => {
    // Custom elements may have getters that throw.
    try {
      // Chromium has a function for closed roots, Firefox a property of the element.
      const { dom } = chrome;
      if (dom && node instanceof HTMLElement) return dom.openOrClosedShadowRoot(node);
      return /** @type {{ openOrClosedShadowRoot?: ShadowRoot | null }} */ (node).openOrClosedShadowRoot ?? node.shadowRoot;
    } catch {
      return node.shadowRoot;
    }
  };

  /** @param {Element} node */
  const frameBodyOf = (node) => {
    try {
      return /** @type {HTMLIFrameElement} */ (node).contentDocument?.body ?? null;
    } catch {
      return null;
    }
  };

  /** @param {Element} node */
  const childrenOf = (node) => {
    const shadow = shadowRootOf(node);
    if (shadow) return [...shadow.childNodes];
    const assigned = node.localName === 'slot' ? /** @type {HTMLSlotElement} */ (node).assignedNodes?.() : [];
    return assigned?.length ? assigned : [...node.childNodes];
  };

  /** @param {Element} node */
  const isSkipped = (node) => {
    if (node.tagName === 'SCRIPT') return !/json|math/.test(node.getAttribute('type') ?? '');
    return SKIPPED.has(node.tagName);
  };

  /**
   * @param {Element} node
   * @param {string} name
   * @param {string} value
   */
  const currentValue = (node, name, value) => {
    if (name !== 'href' && name !== 'src') return value;
    if (node.tagName === 'IMG') {
      const { currentSrc, naturalWidth } = /** @type {HTMLImageElement} */ (node);
      if (/^https?:/.test(currentSrc) && naturalWidth > 1) return currentSrc;
    }
    // URLs in a frame are relative to the frame, not to the page it is inlined into.
    return node.ownerDocument === document ? value : (URL.parse(value, node.baseURI)?.href ?? value);
  };

  /** @param {Element} node */
  const openTag = (node) => {
    const name = node.localName;
    const attributes = [...node.attributes].filter((attribute) => !attribute.name.startsWith('on') && attribute.name !== 'value');
    const pairs = attributes.map((attribute) => ` ${attribute.name}="${escape(currentValue(node, attribute.name, attribute.value))}"`);
    const lazy = node.tagName === 'IMG' && !node.hasAttribute('src') ? /** @type {HTMLImageElement} */ (node).currentSrc : '';
    return `<${name}${pairs.join('')}${lazy ? ` src="${escape(lazy)}"` : ''}>`;
  };

  /** @param {Node[]} nodes */
  const write = (nodes) => {
    // An explicit stack, as pages may be nested deeper than the call stack allows. Strings on it are closing tags.
    /** @type {(Node | string)[]} */
    const stack = nodes.toReversed();
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (typeof next === 'string') output.push(next);
      else if (next.nodeType === Node.TEXT_NODE) {
        const parent = next.parentElement?.tagName ?? '';
        const text = next.nodeValue ?? '';
        output.push(RAW_TEXT.has(parent) ? text : escape(text));
      } else if (next.nodeType === Node.ELEMENT_NODE) {
        const node = /** @type {Element} */ (next);
        if (isSkipped(node)) continue;
        const frame = node.tagName === 'IFRAME' ? frameBodyOf(node) : null;
        if (frame?.hasChildNodes()) {
          output.push('<div>');
          stack.push('</div>');
          for (const child of [...frame.childNodes].reverse()) stack.push(child);
          continue;
        }
        output.push(openTag(node));
        if (VOID.has(node.tagName)) continue;
        stack.push(`</${node.localName}>`);
        for (const child of childrenOf(node).reverse()) stack.push(child);
      }
    }
  };

  if (part === 'selection') {
    const selection = getSelection();
    for (let index = 0; selection && index < selection.rangeCount; index++) {
      write([...selection.getRangeAt(index).cloneContents().childNodes]);
      output.push('\n');
    }
  } else {
    output.push('<!doctype html>\n');
    write([document.documentElement]);
  }
  const html = output.join('');
  Object.assign(globalThis, { rectoSerialisedPage: html });
  return { length: html.length, url: location.href, type: document.contentType };
}

/**
 * Returns a chunk of the serialised page, one code unit longer where it would split a surrogate pair.
 *
 * @param {number} from
 * @param {number} length
 * @returns {string | null} null if the tab has navigated since
 */
export function readChunk(from, length) {
  const { rectoSerialisedPage: html } = /** @type {{ rectoSerialisedPage?: string }} */ (globalThis);
  if (html === undefined) return null;
  const last = html.charCodeAt(from + length - 1);
  return html.slice(from, from + length + (last >= 0xd800 && last < 0xdc00 ? 1 : 0));
}

/** Frees the serialised page's memory. */
export function release() {
  delete (/** @type {{ rectoSerialisedPage?: string }} */ (globalThis).rectoSerialisedPage);
}

/** A cheap heuristic for whether the page has an article, run on every page load of allowed sites. */
export function looksReadable() {
  // About a hundred words.
  const MIN_LENGTH = 600;
  let total = 0;
  for (const paragraph of document.querySelectorAll('p, pre, article > div, [role=article] div')) {
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length > 80) total += length;
    if (total > MIN_LENGTH) return true;
  }
  return false;
}
