/**
 * Blocks third-party images while the content is still in an inert document, and loads them when the user allows it.
 */

import { element } from './element.js';
import { parseHttpUrl } from './http-url.js';
import { t } from './i18n.js';
import { isTracker } from './trackers.js';

/** Every attribute that makes a browser send a request without user action. */
const URL_ATTRIBUTES = ['src', 'srcset', 'poster', 'background'];

/**
 * @typedef {object} BlockedImages
 * @property {{ image: HTMLImageElement, placeholder: HTMLElement }[]} images from other hosts
 * @property {string[]} hosts
 * @property {number} trackers how many tracking pixels were removed
 * @property {number} unresolved how many images have a relative URL and the page's URL is unknown
 */

/**
 * Moves every URL that would cause a request to another host to a `data-` attribute. Must run before the content is
 * adopted by a live document.
 *
 * @param {ParentNode} content
 * @returns {BlockedImages}
 */
export function blockImages(content) {
  for (const node of content.querySelectorAll(URL_ATTRIBUTES.map((name) => `[${name}]`).join())) {
    for (const name of URL_ATTRIBUTES) {
      const url = node.getAttribute(name);
      if (url === null || (name === 'src' && isFirstParty(url))) continue;
      node.removeAttribute(name);
      node.setAttribute(`data-${name}`, url);
    }
  }
  const trackers = removeTrackers(content);
  const all = [...content.querySelectorAll('img')].filter(({ dataset }) => dataset.src);
  const images = all.map((image) => ({ image, placeholder: replaceWithPlaceholder(image) })).filter(({ image }) => parseHttpUrl(image.dataset.src));
  const hosts = new Set(images.map(({ image }) => parseHttpUrl(image.dataset.src)?.hostname ?? ''));
  return { images, hosts: [...hosts], trackers, unresolved: all.length - images.length };
}

/**
 * @param {ParentNode} content
 * @returns {number} how many there were
 */
function removeTrackers(content) {
  const found = [...content.querySelectorAll('img')].filter((image) => {
    const url = parseHttpUrl(image.dataset.src);
    return url !== null && isTracker(url, image);
  });
  for (const image of found) image.remove();
  return found.length;
}

/**
 * Loads blocked images, without a referrer.
 *
 * @param {BlockedImages['images']} images
 */
export function loadImages(images) {
  for (const { image, placeholder } of images) {
    image.referrerPolicy = 'no-referrer';
    image.loading = 'lazy';
    image.decoding = 'async';
    image.src = image.dataset.src ?? '';
    delete image.dataset.src;
    placeholder.replaceWith(image);
  }
}

/**
 * The placeholder shows the alternative text. Without one an image counts as decorative, unless it is in a figure; that of
 * an embed's card has its link for a label.
 *
 * @param {HTMLImageElement} image
 */
function replaceWithPlaceholder(image) {
  const text = image.alt || (image.closest('figure:not(.embed)') ? t('images.image') : '');
  const placeholder = element('span', { className: 'image-placeholder' }, text);
  image.replaceWith(placeholder);
  return placeholder;
}

/**
 * Whether loading the URL contacts no other host: `data:` and `blob:` URLs, and this site's own files, such as the
 * sample's image.
 *
 * @param {string} url
 */
export function isFirstParty(url) {
  return /^(data|blob):/i.test(url) || parseHttpUrl(url)?.origin === location.origin;
}
