/**
 * The line above an article that says which images there are, and lets the reader have them: on this page, on this
 * site, everywhere, and no longer.
 */

import { element } from './element.js';
import { formatList } from './format.js';
import { allowImagesEverywhere, allowImagesOn, disallowImages, imagesAllowed } from './image-consent.js';
import { load } from './images.js';
import { INTERFACE, say, sayWith } from './i18n.js';

export class ImageRemark extends HTMLElement {
  /** Whether the reader has let the article's images be loaded. */
  isLoaded = false;

  #said = element('p', { tabIndex: -1 });
  #actions = element('p', { className: 'actions' });

  /**
   * @param {import('./images.js').Withheld} withheld
   * @param {string | null} site where the article is from
   */
  show({ images, hosts, trackers, unplaced }, site) {
    Object.assign(this, INTERFACE, { className: 'remark' });
    this.replaceChildren(this.#said, this.#actions);
    const about = { count: images.length, hosts: element('bdi', {}, formatList(hosts)) };
    const tail = [
      ...(trackers > 0 ? [' ', say('images.trackers', { count: trackers })] : []),
      ...(unplaced > 0 ? [' ', say('images.unplaced', { count: unplaced })] : []),
    ];
    const said = (/** @type {(Node | string)[]} */ ...words) => this.#said.replaceChildren(...words, ...tail);
    const loadAll = () => {
      load(images);
      this.isLoaded = true;
      said(...sayWith('images.asked', about), ...this.#because(site));
    };

    if (images.length === 0) said();
    else if (imagesAllowed(site)) {
      loadAll();
      this.#actions.replaceChildren(this.#stopButton(site));
    } else {
      said(...sayWith('images.withheld', about));
      const choose = (/** @type {() => void} */ allow) => () => {
        allow();
        loadAll();
        this.#actions.replaceChildren(...(imagesAllowed(site) ? [this.#stopButton(site)] : []));
        this.#said.focus();
      };
      this.#actions.replaceChildren(
        action(say('images.load', { count: images.length }), choose(() => {})),
        ...(site ? [action(say('images.onSite', { site }), choose(() => allowImagesOn(site)))] : []),
        action(say('images.everywhere'), choose(allowImagesEverywhere)),
      );
    }
    this.hidden = images.length + trackers + unplaced === 0;
  }

  /** @param {string | null} site */
  #because(site) {
    const reason = imagesAllowed(site);
    if (reason === 'everywhere') return [' ', say('images.allowedEverywhere')];
    return reason === 'site' ? [' ', say('images.allowedOnSite', { site: site ?? '' })] : [];
  }

  /** @param {string | null} site */
  #stopButton(site) {
    return action(say('images.stop'), () => {
      disallowImages(site);
      this.#said.replaceChildren(say('images.stopped'));
      this.#actions.replaceChildren();
      this.#said.focus();
    });
  }
}

customElements.define('recto-image-remark', ImageRemark);

/**
 * @param {string} label
 * @param {() => void} run
 */
function action(label, run) {
  const button = element('button', { type: 'button', className: 'quiet' }, label);
  button.addEventListener('click', run);
  return button;
}
