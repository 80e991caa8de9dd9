/**
 * Where the reader is: the article's headings behind a button, the current one marked, with the time that is left, and a
 * line along the bar for how much is read.
 */

import { element } from './element.js';
import { isReached, partRead } from './layout.js';
import { icon } from './icon.js';
import { onceAFrame } from './throttle-to-frame.js';
import { locale, say } from './i18n.js';

export class OutlineButton extends HTMLElement {
  #button = element('button', { type: 'button' }, icon('M4 5.5h12M7 10h9M7 14.5h9'), element('span', { className: 'label' }, say('outline.open')));
  #list = element('ol');
  #left = element('p', { className: 'left' });
  #panel = element('nav', { id: 'outline', className: 'panel', popover: 'auto', ariaLabel: say('outline.open') }, this.#left, this.#list);
  #line = element('div', { className: 'read-line', ariaHidden: 'true' });
  /** @type {{ heading: HTMLElement, link: HTMLAnchorElement }[]} */
  #entries = [];
  /** @type {HTMLElement | null} */
  #content = null;
  #minutes = 0;
  #plan = onceAFrame(() => this.#update());

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#button.popoverTargetElement = this.#panel;
    this.#list.addEventListener('click', (event) => this.#follow(event));
    this.append(this.#button, this.#panel, this.#line);
    for (const name of ['scroll', 'resize', 'recto-settings']) addEventListener(name, this.#plan, { passive: true, capture: true });
  }

  /**
   * @param {HTMLElement} content the article's text
   * @param {{ min: number, max: number }} minutes how long it takes to read
   */
  follow(content, { min, max }) {
    const headings = [...content.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => heading instanceof HTMLElement && heading.id && heading.textContent?.trim());
    const top = headings.map(level).reduce((highest, other) => Math.min(highest, other), 6);
    this.#content = content;
    this.#minutes = (min + max) / 2;
    this.#entries = /** @type {HTMLElement[]} */ (headings).map((heading) => {
      const link = element('a', { href: `#${encodeURIComponent(heading.id)}` }, element('bdi', {}, heading.textContent ?? ''));
      return { heading, link };
    });
    const language = content.closest('[lang]')?.getAttribute('lang') ?? '';
    this.#list.replaceChildren();
    for (const { heading, link } of this.#entries) {
      const item = this.#list.appendChild(element('li', { lang: language }, link));
      item.style.setProperty('--level', String(level(heading) - top));
    }
    this.#button.hidden = this.#entries.length < 2;
    this.#plan();
  }

  /**
   * A link closes the panel first, which gives the focus back to the button, and then leads to its heading.
   *
   * @param {MouseEvent} event
   */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#panel.hidePopover();
    location.assign(link.href);
  }

  #update() {
    if (!this.#content?.checkVisibility()) return;
    const read = partRead(this.#content);
    const current = this.#entries.findLast(({ heading }) => isReached(heading));
    for (const entry of this.#entries) entry.link.ariaCurrent = entry === current ? 'true' : null;
    this.#line.style.setProperty('--read', String(read));
    this.#left.textContent = wordsForRest(this.#minutes * (1 - read), read);
  }
}

customElements.define('recto-outline', OutlineButton);

/** @param {Element} heading */
function level(heading) {
  return Number(heading.localName.slice(1));
}

/**
 * @param {number} minutes
 * @param {number} read
 */
function wordsForRest(minutes, read) {
  const part = new Intl.NumberFormat(locale, { style: 'percent' }).format(read);
  const time = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(Math.ceil(minutes));
  return read === 1 ? say('outline.atEnd') : say('outline.left', { part, time });
}
