/**
 * Runs in the page that is to be read, so it can use nothing from outside itself. Writes the page as it stands, with what
 * `outerHTML` leaves out: shadow roots, frames of the same site, and the addresses that images have now. What the reader
 * typed into forms is left out.
 *
 * The result stays in the page, of which an extension has a world of its own, until it has been taken: it may be longer than a
 * message to an extension can be.
 *
 * @param {'page' | 'selection'} part
 * @returns {{ length: number, url: string, type: string }}
 */
export function serialise(part) {
  const LEFT_OUT = new Set(['STYLE', 'INPUT', 'TEXTAREA', 'SELECT', 'DATALIST', 'TEMPLATE', 'OBJECT', 'EMBED', 'CANVAS']);
  const EMPTY = new Set(['AREA', 'BASE', 'BR', 'COL', 'HR', 'IMG', 'LINK', 'META', 'SOURCE', 'TRACK', 'WBR']);
  const RAW = new Set(['SCRIPT', 'NOSCRIPT', 'XMP', 'IFRAME', 'NOEMBED', 'NOFRAMES', 'PLAINTEXT']);
  const ESCAPES = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' });
  /** @type {string[]} */
  const written = [];

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"\u00a0]/g, (character) => ESCAPES[character] ?? '');

  /**
   * @param {Element} node
   * @returns {ShadowRoot | null}
   */
  const shadowOf = (node) => {
    // A page may have put elements of its own making here that throw when they are asked.
    try {
      // Firefox has it as a property of each element instead.
      const { dom } = chrome;
      if (dom && node instanceof HTMLElement) return dom.openOrClosedShadowRoot(node);
      return /** @type {{ openOrClosedShadowRoot?: ShadowRoot | null }} */ (node).openOrClosedShadowRoot ?? node.shadowRoot;
    } catch {
      return node.shadowRoot;
    }
  };

  /** @param {Element} node */
  const frameOf = (node) => {
    try {
      return /** @type {HTMLIFrameElement} */ (node).contentDocument?.body ?? null;
    } catch {
      return null;
    }
  };

  /** @param {Element} node */
  const childrenOf = (node) => {
    const shadow = shadowOf(node);
    if (shadow) return [...shadow.childNodes];
    const assigned = node.localName === 'slot' ? /** @type {HTMLSlotElement} */ (node).assignedNodes?.() : [];
    return assigned?.length ? assigned : [...node.childNodes];
  };

  /** @param {Element} node */
  const isLeftOut = (node) => {
    if (node.tagName === 'SCRIPT') return !/json|math/.test(node.getAttribute('type') ?? '');
    return LEFT_OUT.has(node.tagName);
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
    // A frame's addresses start from the frame's own, which the page it is written into does not have.
    return node.ownerDocument === document ? value : (URL.parse(value, node.baseURI)?.href ?? value);
  };

  /** @param {Element} node */
  const openTag = (node) => {
    const name = node.localName;
    const attributes = [...node.attributes].filter((attribute) => !attribute.name.startsWith('on') && attribute.name !== 'value');
    const texts = attributes.map((attribute) => ` ${attribute.name}="${escape(currentValue(node, attribute.name, attribute.value))}"`);
    const lazy = node.tagName === 'IMG' && !node.hasAttribute('src') ? /** @type {HTMLImageElement} */ (node).currentSrc : '';
    return `<${name}${texts.join('')}${lazy ? ` src="${escape(lazy)}"` : ''}>`;
  };

  /** @param {Node[]} nodes */
  const write = (nodes) => {
    // Pages may be nested deeper than a stack of calls can be: what is still to be written waits here, the next at the end.
    /** @type {(Node | string)[]} */
    const waiting = nodes.toReversed();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (typeof next === 'string') written.push(next);
      else if (next.nodeType === Node.TEXT_NODE) {
        const parent = next.parentElement?.tagName ?? '';
        const text = next.nodeValue ?? '';
        written.push(RAW.has(parent) ? text : escape(text));
      } else if (next.nodeType === Node.ELEMENT_NODE) {
        const node = /** @type {Element} */ (next);
        if (isLeftOut(node)) continue;
        const frame = node.tagName === 'IFRAME' ? frameOf(node) : null;
        if (frame?.hasChildNodes()) {
          written.push('<div>');
          waiting.push('</div>');
          for (const child of [...frame.childNodes].reverse()) waiting.push(child);
          continue;
        }
        written.push(openTag(node));
        if (EMPTY.has(node.tagName)) continue;
        waiting.push(`</${node.localName}>`);
        for (const child of childrenOf(node).reverse()) waiting.push(child);
      }
    }
  };

  if (part === 'selection') {
    const selection = getSelection();
    for (let place = 0; selection && place < selection.rangeCount; place++) {
      write([...selection.getRangeAt(place).cloneContents().childNodes]);
      written.push('\n');
    }
  } else {
    written.push('<!doctype html>\n');
    write([document.documentElement]);
  }
  const html = written.join('');
  Object.assign(globalThis, { rectoPage: html });
  return { length: html.length, url: location.href, type: document.contentType };
}

/**
 * Gives a stretch of what was written, a little longer where it would end within a character of two units.
 *
 * @param {number} from
 * @param {number} length
 * @returns {string | null} null where the page is no longer the one that was written
 */
export function stretch(from, length) {
  const { rectoPage } = /** @type {{ rectoPage?: string }} */ (globalThis);
  if (rectoPage === undefined) return null;
  const last = rectoPage.charCodeAt(from + length - 1);
  return rectoPage.slice(from, from + length + (last >= 0xd800 && last < 0xdc00 ? 1 : 0));
}

/** The page gets its memory back. */
export function letGo() {
  delete (/** @type {{ rectoPage?: string }} */ (globalThis).rectoPage);
}

/** Whether the page looks as if it had something to read: cheap, and right most of the time. */
export function looksReadable() {
  // Some hundred words in sentences.
  const ENOUGH = 600;
  let letters = 0;
  for (const paragraph of document.querySelectorAll('p, pre, article > div, [role=article] div')) {
    const length = paragraph.textContent?.trim().length ?? 0;
    if (length > 80) letters += length;
    if (letters > ENOUGH) return true;
  }
  return false;
}
