/**
 * Shows the URL of the link that has keyboard focus. For the pointer the browser itself shows it.
 */

import { element } from './element.js';

class LinkStatus extends HTMLElement {
  connectedCallback() {
    this.hidden = true;
    // Screen readers announce the URL themselves.
    this.ariaHidden = 'true';
    addEventListener('focusin', ({ target }) => this.#show(target));
    addEventListener('focusout', () => this.#show(null));
  }

  /** @param {EventTarget | null} target */
  #show(target) {
    const url = target instanceof HTMLAnchorElement && target.matches('recto-article :focus-visible') ? URL.parse(target.href) : null;
    this.hidden = url === null || url.origin === location.origin;
    if (url && !this.hidden) this.replaceChildren(...(url.host ? [element('b', {}, url.host), url.pathname + url.search + url.hash] : [url.href]));
  }
}

customElements.define('recto-link-status', LinkStatus);
