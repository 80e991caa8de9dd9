/**
 * Images, sound and video from other hosts: withheld while the content is still inert, loaded when the reader asks.
 */

import { element } from './element.js';
import { webUrl } from './facts.js';

const ADDRESSES = ['src', 'srcset', 'poster', 'background'];

/**
 * @typedef {object} Withheld
 * @property {HTMLImageElement[]} images that would come from another host
 * @property {string[]} hosts
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
      if (address === null || (name !== 'srcset' && isOwn(address))) continue;
      node.removeAttribute(name);
      node.setAttribute(`data-${name}`, address);
    }
  }
  for (const media of content.querySelectorAll('video, audio')) media.replaceWith(linkTo(media));

  const images = [...content.querySelectorAll('img')].filter((image) => withheldAddresses(image).length > 0);
  const placed = images.filter((image) => withheldAddresses(image).some(webUrl));
  const hosts = new Set(placed.flatMap((image) => withheldAddresses(image).flatMap((address) => webUrl(address)?.hostname ?? [])));
  return { images: placed, hosts: [...hosts], unplaced: images.length - placed.length };
}

/**
 * Loads withheld images without telling their hosts which page they are on.
 *
 * @param {HTMLImageElement[]} images
 */
export function load(images) {
  for (const image of images) {
    image.referrerPolicy = 'no-referrer';
    image.loading = 'lazy';
    image.decoding = 'async';
    for (const node of [...pictureSources(image), image]) {
      for (const name of ['srcset', 'src']) {
        const address = node.getAttribute(`data-${name}`);
        if (address !== null && addressesIn(name, address).every(webUrl)) node.setAttribute(name, address);
        node.removeAttribute(`data-${name}`);
      }
    }
  }
}

/**
 * An address that asks nobody else: bytes in the page itself, or this site's own files such as the sample's figure.
 * A srcset is never judged by this: it holds many addresses, and only the browser knows where each one ends.
 *
 * @param {string} address
 */
function isOwn(address) {
  return /^(data|blob):/i.test(address) || webUrl(address)?.origin === location.origin;
}

/** @param {HTMLImageElement} image */
function withheldAddresses(image) {
  return [image, ...pictureSources(image)].flatMap((node) => [
    ...addressesIn('src', node.getAttribute('data-src')),
    ...addressesIn('srcset', node.getAttribute('data-srcset')),
  ]);
}

/**
 * @param {string} name
 * @param {string | null} value
 * @returns {string[]}
 */
function addressesIn(name, value) {
  if (!value) return [];
  if (name !== 'srcset') return [value];
  return value.split(/,\s/).map((candidate) => candidate.trim().split(/\s/, 1)[0] ?? '');
}

/** @param {HTMLImageElement} image */
function pictureSources(image) {
  return image.parentElement?.localName === 'picture' ? [...image.parentElement.querySelectorAll('source')] : [];
}

/**
 * This page plays nothing; a link says where the recording is.
 *
 * @param {Element} media
 */
function linkTo(media) {
  const name = media.localName === 'video' ? 'Video' : 'Audio';
  const addresses = [media, ...media.querySelectorAll('source')].map((node) => webUrl(node.getAttribute('data-src') ?? node.getAttribute('src')));
  const url = addresses.find((address) => address !== null);
  return url ? element('a', { href: url.href, className: 'media' }, `${name} at ${url.hostname}`) : '';
}
