/**
 * Images from other hosts: withheld while the content is still inert, loaded when the reader asks.
 */

import { element } from './element.js';
import { webUrl } from './format.js';
import { say } from './i18n.js';
import { isTracker } from './trackers.js';

/** Every attribute that makes a browser ask for something on its own. */
const ADDRESSES = ['src', 'srcset', 'poster', 'background'];

/**
 * @typedef {object} Withheld
 * @property {{ image: HTMLImageElement, standIn: HTMLElement }[]} images that would come from another host
 * @property {string[]} hosts
 * @property {number} trackers how many were taken out, as they would only count the reader
 * @property {number} unplaced how many images have an address that leads nowhere, because the page's is not known
 */

/**
 * Moves every address that would make the browser ask another host out of its reach. Must run before the content
 * joins a live document.
 *
 * @param {ParentNode} content
 * @returns {Withheld}
 */
export function withhold(content) {
  for (const node of content.querySelectorAll(ADDRESSES.map((name) => `[${name}]`).join())) {
    for (const name of ADDRESSES) {
      const address = node.getAttribute(name);
      if (address === null || (name === 'src' && isOwn(address))) continue;
      node.removeAttribute(name);
      node.setAttribute(`data-${name}`, address);
    }
  }
  const trackers = takeOutTrackers(content);
  const all = [...content.querySelectorAll('img')].filter(({ dataset }) => dataset.src);
  const images = all.map((image) => ({ image, standIn: replace(image) })).filter(({ image }) => webUrl(image.dataset.src));
  const hosts = new Set(images.map(({ image }) => webUrl(image.dataset.src)?.hostname ?? ''));
  return { images, hosts: [...hosts], trackers, unplaced: all.length - images.length };
}

/**
 * @param {ParentNode} content
 * @returns {number} how many there were
 */
function takeOutTrackers(content) {
  const found = [...content.querySelectorAll('img')].filter((image) => {
    const address = webUrl(image.dataset.src);
    return address !== null && isTracker(address, image);
  });
  for (const image of found) image.remove();
  return found.length;
}

/**
 * Loads withheld images without telling their hosts which page they are on.
 *
 * @param {Withheld['images']} images
 */
export function load(images) {
  for (const { image, standIn } of images) {
    image.referrerPolicy = 'no-referrer';
    image.loading = 'lazy';
    image.decoding = 'async';
    image.src = image.dataset.src ?? '';
    delete image.dataset.src;
    standIn.replaceWith(image);
  }
}

/**
 * Puts the image's own words in its place. One without words is an ornament, unless it is what a figure shows; a card's
 * figure says what it is by its link.
 *
 * @param {HTMLImageElement} image
 */
function replace(image) {
  const words = image.alt || (image.closest('figure:not(.embed)') ? say('images.image') : '');
  const standIn = element('span', { className: 'unloaded' }, words);
  image.replaceWith(standIn);
  return standIn;
}

/**
 * An address that asks nobody else: bytes in the page itself, or this site's own files such as the sample's figure.
 *
 * @param {string} address
 */
export function isOwn(address) {
  return /^(data|blob):/i.test(address) || webUrl(address)?.origin === location.origin;
}
