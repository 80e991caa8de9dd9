/**
 * Bytes to text, the way a browser would read a saved page.
 */

/** Where browsers look for the declared encoding: the first 1024 bytes, and some pages put it later. */
const PRESCAN_BYTES = 4096;

/** Byte order marks, and what an XML declaration's first two characters look like in UTF-16. */
const UTF16_STARTS = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x3c, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x3c], encoding: 'utf-16be' },
];

/** @type {readonly { bytes: number[], what: import('./reader/i18n.js').Phrase }[]} */
const BINARY_STARTS = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'kind.png' },
  { bytes: [0xff, 0xd8, 0xff], what: 'kind.jpeg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'kind.gif' },
  { bytes: [0x52, 0x49, 0x46, 0x46], what: 'kind.riff' },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'kind.pdf' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'kind.zip' },
  { bytes: [0x1f, 0x8b], what: 'kind.gzip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'kind.office' },
  { bytes: [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], what: 'kind.webarchive' },
];

/**
 * The phrase for what a file is, where it is plainly not text.
 *
 * @param {Uint8Array} bytes
 * @returns {import('./reader/i18n.js').Phrase | null}
 */
export function binaryKind(bytes) {
  const known = BINARY_STARTS.find((start) => startsWith(bytes, start.bytes));
  if (known) return known.what;
  const isText = utf16Encoding(bytes) !== null || !bytes.subarray(0, PRESCAN_BYTES).includes(0);
  return isText ? null : 'kind.binary';
}

/**
 * @param {Uint8Array} bytes
 * @param {string | null} [label] the encoding's name, where something outside the bytes tells it
 * @returns {string}
 */
export function decodeText(bytes, label = null) {
  const encoding = utf16Encoding(bytes) ?? usable(label) ?? usable(declaredEncoding(bytes));
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * One character for each byte, so that a place in the text is a place in the bytes.
 *
 * @param {Uint8Array} bytes
 */
export function bytesAsText(bytes) {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** @param {Uint8Array} bytes */
function utf16Encoding(bytes) {
  return UTF16_STARTS.find((start) => startsWith(bytes, start.bytes))?.encoding ?? null;
}

/** @param {Uint8Array} bytes */
function declaredEncoding(bytes) {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  const head = bytesAsText(bytes.subarray(0, PRESCAN_BYTES)).replace(/<!--[^]*?-->/g, '');
  const found = /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  return found?.[1] ?? null;
}

/**
 * The encoding behind a label. A page whose declaration could be read byte by byte is not UTF-16, whatever it says.
 *
 * @param {string | null} label
 */
function usable(label) {
  if (!label) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} start
 */
function startsWith(bytes, start) {
  return start.every((byte, place) => bytes[place] === byte);
}
