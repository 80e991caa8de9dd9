/**
 * The bar above an article that lists its blocked images and lets the user load them: once, always on this site or
 * always everywhere. Consent can be revoked in the same place.
 */

import { element } from './element.js';
import { formatList } from './format.js';
import { t, tRich, UI_LANGUAGE } from './i18n.js';
import { allowImagesEverywhere, allowImagesOn, disallowImages, imagesAllowed } from './image-consent.js';
import { loadImages } from './images.js';

export class ImageBar extends HTMLElement {
  /** Whether the user has allowed the article's images. */
  isLoaded = false;

  #status = element('p', { tabIndex: -1 });
  #actions = element('p', { className: 'actions' });

  /**
   * @param {import('./images.js').BlockedImages} blocked
   * @param {string | null} site of the article
   */
  show({ images, hosts, trackers, unresolved }, site) {
    Object.assign(this, UI_LANGUAGE, { className: 'info-bar' });
    this.replaceChildren(this.#status, this.#actions);
    const values = { count: images.length, hosts: element('bdi', {}, formatList(hosts)) };
    const suffix = [
      ...(trackers > 0 ? [' ', t('images.trackers', { count: trackers })] : []),
      ...(unresolved > 0 ? [' ', t('images.unresolved', { count: unresolved })] : []),
    ];
    const setStatus = (/** @type {(Node | string)[]} */ ...text) => this.#status.replaceChildren(...text, ...suffix);
    const loadAll = () => {
      loadImages(images);
      this.isLoaded = true;
      setStatus(...tRich('images.requested', values), ...this.#consentText(site));
    };

    if (images.length === 0) setStatus();
    else if (imagesAllowed(site)) {
      loadAll();
      this.#actions.replaceChildren(this.#revokeButton(site));
    } else {
      setStatus(...tRich('images.blocked', values));
      const loadAfter = (/** @type {() => void} */ allow) => () => {
        allow();
        loadAll();
        this.#actions.replaceChildren(...(imagesAllowed(site) ? [this.#revokeButton(site)] : []));
        this.#status.focus();
      };
      this.#actions.replaceChildren(
        actionButton(t('images.load', { count: images.length }), loadAfter(() => {})),
        ...(site ? [actionButton(t('images.allowSite', { site }), loadAfter(() => allowImagesOn(site)))] : []),
        actionButton(t('images.allowEverywhere'), loadAfter(allowImagesEverywhere)),
      );
    }
    this.hidden = images.length + trackers + unresolved === 0;
  }

  /** @param {string | null} site */
  #consentText(site) {
    const reason = imagesAllowed(site);
    if (reason === 'everywhere') return [' ', t('images.allowedEverywhere')];
    return reason === 'site' ? [' ', t('images.allowedOnSite', { site: site ?? '' })] : [];
  }

  /** @param {string | null} site */
  #revokeButton(site) {
    return actionButton(t('images.revoke'), () => {
      disallowImages(site);
      this.#status.replaceChildren(t('images.revoked'));
      this.#actions.replaceChildren();
      this.#status.focus();
    });
  }
}

customElements.define('recto-image-bar', ImageBar);

/**
 * @param {string} label
 * @param {() => void} run
 */
function actionButton(label, run) {
  const button = element('button', { type: 'button', className: 'small' }, label);
  button.addEventListener('click', run);
  return button;
}
