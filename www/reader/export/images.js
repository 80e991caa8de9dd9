/**
 * Collects the bytes of an article's images for embedding. Third-party images are requested only if the user has allowed
 * them, and can be read only if their host permits it by CORS.
 */

import { isFirstParty } from '../images.js';

/**
 * @typedef {{ bytes: Uint8Array<ArrayBuffer>, type: string }} ImageFile
 * @typedef {{ found: Map<HTMLImageElement, ImageFile>, failed: number, notAllowed: number }} ExportedImages
 */

/** Formats that all EPUB readers and browsers support; images in others are re-encoded. */
const SUPPORTED_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/svg+xml', 'image/webp'];

/**
 * @param {ParentNode} content
 * @param {boolean} withImages
 * @returns {Promise<ExportedImages>}
 */
export async function collectImages(content, withImages) {
  /** @type {ExportedImages} */
  const images = { found: new Map(), failed: 0, notAllowed: 0 };
  for (const image of content.querySelectorAll('img')) {
    const url = image.getAttribute('src') ?? '';
    if (!URL.parse(url)) continue;
    if (!withImages && !isFirstParty(url)) {
      images.notAllowed += 1;
      continue;
    }
    const file = await readImage(url).catch(() => null);
    if (file) images.found.set(image, file);
    else images.failed += 1;
  }
  return images;
}

/**
 * @param {string} url
 * @returns {Promise<ImageFile>}
 */
async function readImage(url) {
  const file = url.startsWith('data:') ? parseDataUrl(url) : isFirstParty(url) ? await fetchImage(url) : null;
  return file && SUPPORTED_TYPES.includes(file.type) ? file : reencode(url);
}

/**
 * By hand, as the site's `connect-src` does not allow `fetch` of `data:` URLs.
 *
 * @param {string} url
 * @returns {ImageFile | null}
 */
function parseDataUrl(url) {
  const [, type = '', base64, data = ''] = /^data:([^;,]*)[^,]*?(;base64)?,([^]*)$/i.exec(url) ?? [];
  const text = base64 ? atob(decodeURIComponent(data)) : null;
  return text === null ? null : { bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)), type: type.toLowerCase() };
}

/**
 * @param {string} url
 * @returns {Promise<ImageFile>}
 */
async function fetchImage(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  return { bytes: new Uint8Array(await response.arrayBuffer()), type: response.headers.get('content-type')?.split(';')[0] ?? '' };
}

/**
 * Through a canvas: the site's policy allows third-party requests for images only, not by `fetch`.
 *
 * @param {string} url
 * @returns {Promise<ImageFile>}
 */
async function reencode(url) {
  const image = Object.assign(new Image(), { crossOrigin: 'anonymous', referrerPolicy: 'no-referrer', src: url });
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0);
  const type = hasTransparency(context, canvas) ? 'image/png' : 'image/jpeg';
  const blob = await canvas.convertToBlob({ type, quality: 0.9 });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type };
}

/**
 * @param {OffscreenCanvasRenderingContext2D} context
 * @param {OffscreenCanvas} canvas
 */
function hasTransparency(context, { width, height }) {
  const { data } = context.getImageData(0, 0, width, height);
  for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return true;
  return false;
}
