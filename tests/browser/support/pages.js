/**
 * Sample pages and files.
 */

const PARAGRAPHS = [
  'The harbour at Skarvik freezes late, and the ferry keeps its hours until the ice is as thick as a hand is wide. People here count the winter in crossings, not in weeks, and they remember the years when the count was low.',
  'This year the count is high. The captain, who has kept a log since 1987, says the water has held its warmth into January four times in the last ten years, and never once in the twenty before them.',
  'Her log is kept in pencil, because ink freezes, and it has outlasted three ferries. Each line gives the hour, the wind, the thickness of the ice at the second beacon, and who was on board, down to the dogs.',
  'The university has asked for a copy. It will be scanned in the spring, when the light in the wheelhouse is good enough, and the original will stay where it is, on a shelf above the radio, tied with string.',
];

/**
 * A complete page: an article with the usual page chrome around it.
 *
 * @param {{ title?: string, head?: string, body?: string, lead?: string, attributes?: string }} [parts]
 */
export function page({ title = 'The winter ferry', head = '', body = '', lead = '', attributes = 'lang="en"' } = {}) {
  return `<!doctype html>
<html ${attributes}>
<head><title>${title}</title>${head}</head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/weather">Weather</a></li></ul></nav>
<main><article><h1>${title}</h1>
${lead}
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}
${body}
</article></main>
<footer><p>© The Skarvik Post. <a href="/terms">Terms</a></p></footer>
</body></html>`;
}

/** A sentence of the article of every such page, and one of its page chrome. */
export const IN_ARTICLE = 'The harbour at Skarvik freezes late';
export const AROUND_ARTICLE = 'The Skarvik Post';

/** The clipboard content of a copied selection. */
export const SELECTION = `<meta charset="utf-8"><h1>The winter ferry</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}`;

/** A page with a form only. */
export const LOGIN = `<!doctype html>
<html lang="en"><head><title>Log in</title><meta property="og:site_name" content="Skarvik Ferries"></head>
<body><nav><a href="/">Home</a> <a href="/help">Help</a></nav>
<form><label>Name <input></label><label>Word <input type="password"></label><button>Log in</button></form></body></html>`;

/**
 * Encodes text as windows-1252, for which JavaScript has no encoder.
 *
 * @param {string} text
 */
export function windows1252(text) {
  return Buffer.from(text.replaceAll('’', '\u0092').replaceAll('€', '\u0080'), 'latin1');
}

/**
 * Encodes text as UTF-16 with a byte order mark.
 *
 * @param {string} text
 * @param {'le' | 'be'} order
 */
export function utf16(text, order) {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

/**
 * A web archive like those of Chromium: the page first, in its declared encoding, then its frames.
 *
 * @param {{ address: string, html: Buffer, frame: string, transfer: 'quoted-printable' | 'base64' }} parts
 */
export function archive({ address, html, frame, transfer }) {
  const boundary = '----MultipartBoundary--skarvik----';
  const encoded = transfer === 'base64' ? html.toString('base64').replace(/.{76}/g, '$&\r\n') : quotedPrintable(html);
  const lines = [
    'From: <Saved by a browser>',
    `Snapshot-Content-Location: ${address}`,
    'Subject: The winter ferry',
    'Date: Tue, 9 Jan 2024 10:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    `\tboundary="${boundary}"`,
    '',
    '',
    `--${boundary}`,
    'Content-Type: text/html',
    'Content-ID: <frame-1@skarvik>',
    `Content-Transfer-Encoding: ${transfer}`,
    `Content-Location: ${address}`,
    '',
    encoded,
    `--${boundary}`,
    'Content-Type: text/html',
    'Content-ID: <frame-2@skarvik>',
    'Content-Transfer-Encoding: 8bit',
    'Content-Location: https://ads.example/frame',
    '',
    frame,
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** @param {Buffer} bytes */
function quotedPrintable(bytes) {
  return Array.from(bytes, (byte) => (byte < 127 && byte !== 61 && byte > 31 ? String.fromCharCode(byte) : byte === 10 ? '\r\n' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('')
    .replace(/(.{70}[^=]{0,3})(?=.)/g, '$1=\r\n');
}

/** The signature of a PNG image. */
export const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
