/**
 * Decodes bytes to text like a browser that opens a saved page, and recognises files that are not text.
 */

/** Browsers look for the declared encoding in the first 1024 bytes; some pages declare it later. */
const PRESCAN_BYTES = 4096;

/** Byte order marks, and the first two characters of an XML declaration in UTF-16. */
const UTF16_SIGNATURES = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
  { bytes: [0x3c, 0x00], encoding: 'utf-16le' },
  { bytes: [0x00, 0x3c], encoding: 'utf-16be' },
];

/** @type {readonly { bytes: number[], type: import('./reader/i18n.js').MessageKey }[]} */
const BINARY_SIGNATURES = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], type: 'fileType.png' },
  { bytes: [0xff, 0xd8, 0xff], type: 'fileType.jpeg' },
  { bytes: [0x47, 0x49, 0x46, 0x38], type: 'fileType.gif' },
  { bytes: [0x52, 0x49, 0x46, 0x46], type: 'fileType.riff' },
  { bytes: [0x25, 0x50, 0x44, 0x46], type: 'fileType.pdf' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], type: 'fileType.zip' },
  { bytes: [0x1f, 0x8b], type: 'fileType.gzip' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], type: 'fileType.office' },
  { bytes: [0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], type: 'fileType.webarchive' },
];

/**
 * The message key for a file's type, or null if the file may be text.
 *
 * @param {Uint8Array} bytes
 * @returns {import('./reader/i18n.js').MessageKey | null}
 */
export function binaryFileType(bytes) {
  const known = BINARY_SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
  if (known) return known.type;
  const isText = utf16Encoding(bytes) !== null || !bytes.subarray(0, PRESCAN_BYTES).includes(0);
  return isText ? null : 'fileType.binary';
}

/**
 * @param {Uint8Array} bytes
 * @param {string | null} [label] the encoding given outside the bytes, such as by a header
 * @returns {string}
 */
export function decodeText(bytes, label = null) {
  const encoding = utf16Encoding(bytes) ?? encodingFromLabel(label) ?? encodingFromLabel(declaredEncoding(bytes));
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * One character for each byte, so that an index into the string is an index into the bytes.
 *
 * @param {Uint8Array} bytes
 */
export function toBinaryString(bytes) {
  return new TextDecoder('windows-1252').decode(bytes);
}

/** @param {Uint8Array} bytes */
function utf16Encoding(bytes) {
  return UTF16_SIGNATURES.find((signature) => startsWith(bytes, signature.bytes))?.encoding ?? null;
}

/** @param {Uint8Array} bytes */
function declaredEncoding(bytes) {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  const head = toBinaryString(bytes.subarray(0, PRESCAN_BYTES)).replace(/<!--[^]*?-->/g, '');
  const found = /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ?? /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  return found?.[1] ?? null;
}

/**
 * As the HTML standard has it, a declaration of UTF-16 that could be read as ASCII means UTF-8.
 *
 * @param {string | null} label
 */
function encodingFromLabel(label) {
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
  return start.every((byte, index) => bytes[index] === byte);
}
