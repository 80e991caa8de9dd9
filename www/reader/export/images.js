/**
 * The bytes of an article's images, for what is to stand on its own. Those of other hosts are asked for only where the
 * reader has allowed them, and come only where their host lets them be copied.
 */

import { isOwn } from '../images.js';

/**
 * @typedef {{ bytes: Uint8Array<ArrayBuffer>, type: string }} Picture
 * @typedef {{ found: Map<HTMLImageElement, Picture>, refused: number, notAllowed: number }} Pictures
 */

/** What books and pages may hold everywhere; other kinds are drawn anew. */
const KINDS = ['image/jpeg', 'image/png', 'image/gif', 'image/svg+xml', 'image/webp'];

/**
 * @param {ParentNode} content
 * @param {boolean} withImages
 * @returns {Promise<Pictures>}
 */
export async function takePictures(content, withImages) {
  /** @type {Pictures} */
  const pictures = { found: new Map(), refused: 0, notAllowed: 0 };
  for (const image of content.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? '';
    if (!URL.parse(address)) continue;
    if (!withImages && !isOwn(address)) {
      pictures.notAllowed += 1;
      continue;
    }
    const picture = await take(address).catch(() => null);
    if (picture) pictures.found.set(image, picture);
    else pictures.refused += 1;
  }
  return pictures;
}

/**
 * @param {string} address
 * @returns {Promise<Picture>}
 */
async function take(address) {
  const kept = address.startsWith('data:') ? fromData(address) : isOwn(address) ? await fromSite(address) : null;
  return kept && KINDS.includes(kept.type) ? kept : draw(address);
}

/**
 * The site's policy lets no request read such an address, so it is taken apart here.
 *
 * @param {string} address
 * @returns {Picture | null}
 */
function fromData(address) {
  const [, type = '', base64, data = ''] = /^data:([^;,]*)[^,]*?(;base64)?,([^]*)$/i.exec(address) ?? [];
  const text = base64 ? atob(decodeURIComponent(data)) : null;
  return text === null ? null : { bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)), type: type.toLowerCase() };
}

/**
 * @param {string} address
 * @returns {Promise<Picture>}
 */
async function fromSite(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return { bytes: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type')?.split(';')[0] ?? '' };
}

/**
 * Images are the one thing the policy lets other hosts give. A picture that was drawn can be read, if its host agrees.
 *
 * @param {string} address
 * @returns {Promise<Picture>}
 */
async function draw(address) {
  const image = Object.assign(new Image(), { crossOrigin: 'anonymous', referrerPolicy: 'no-referrer', src: address });
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(image, 0, 0);
  const type = isSeeThrough(pen, canvas) ? 'image/png' : 'image/jpeg';
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type };
}

/**
 * @param {OffscreenCanvasRenderingContext2D} pen
 * @param {OffscreenCanvas} canvas
 */
function isSeeThrough(pen, { width, height }) {
  const { data } = pen.getImageData(0, 0, width, height);
  for (let place = 3; place < data.length; place += 4) if (data[place] !== 255) return true;
  return false;
}
