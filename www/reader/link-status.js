/**
 * Where a link leads, while it has the focus by the keyboard: the pointer is told by the browser itself.
 */

import { element } from './element.js';

class LinkAddress extends HTMLElement {
  connectedCallback() {
    this.hidden = true;
    // Those who listen are told by their own program.
    this.ariaHidden = 'true';
    addEventListener('focusin', ({ target }) => this.#show(target));
    addEventListener('focusout', () => this.#show(null));
  }

  /** @param {EventTarget | null} target */
  #show(target) {
    const link = target instanceof HTMLAnchorElement && target.matches('recto-article :focus-visible') ? URL.parse(target.href) : null;
    this.hidden = link === null || link.origin === location.origin;
    if (link && !this.hidden) this.replaceChildren(...(link.host ? [element('b', {}, link.host), link.pathname + link.search + link.hash] : [link.href]));
  }
}

customElements.define('recto-link-address', LinkAddress);
