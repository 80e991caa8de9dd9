/**
 * The table of contents in a popover, with the current heading marked and the reading time left, and the reading progress
 * as a line along the header.
 */

import { element } from './element.js';
import { locale, t } from './i18n.js';
import { icon } from './icon.js';
import { isReached, readingProgress } from './layout.js';
import { throttleToFrame } from './throttle-to-frame.js';

export class OutlineButton extends HTMLElement {
  #button = element('button', { type: 'button' }, icon('M4 5.5h12M7 10h9M7 14.5h9'), element('span', { className: 'label' }, t('outline.title')));
  #list = element('ol');
  #progress = element('p', { className: 'progress' });
  #panel = element('nav', { id: 'outline', className: 'panel', popover: 'auto', ariaLabel: t('outline.title') }, this.#progress, this.#list);
  #progressLine = element('div', { className: 'progress-line', ariaHidden: 'true' });
  /** @type {{ heading: HTMLElement, link: HTMLAnchorElement }[]} */
  #entries = [];
  /** @type {HTMLElement | null} */
  #content = null;
  #minutes = 0;
  #scheduleUpdate = throttleToFrame(() => this.#update());

  connectedCallback() {
    if (this.hasChildNodes()) return;
    this.#button.popoverTargetElement = this.#panel;
    this.#list.addEventListener('click', (event) => this.#onClick(event));
    this.append(this.#button, this.#panel, this.#progressLine);
    for (const name of ['scroll', 'resize', 'recto-settings-changed']) addEventListener(name, this.#scheduleUpdate, { passive: true, capture: true });
  }

  /**
   * @param {HTMLElement} content the article's text
   * @param {{ min: number, max: number }} minutes the reading time
   */
  setArticle(content, { min, max }) {
    const headings = [...content.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((heading) => heading instanceof HTMLElement && heading.id && heading.textContent?.trim());
    const topLevel = headings.map(level).reduce((highest, other) => Math.min(highest, other), 6);
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
      item.style.setProperty('--level', String(level(heading) - topLevel));
    }
    this.#button.hidden = this.#entries.length < 2;
    this.#scheduleUpdate();
  }

  /**
   * Closes the panel first, as that moves the focus to the button, which would undo the link's scrolling.
   *
   * @param {MouseEvent} event
   */
  #onClick(event) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#panel.hidePopover();
    location.assign(link.href);
  }

  #update() {
    if (!this.#content?.checkVisibility()) return;
    const progress = readingProgress(this.#content);
    const current = this.#entries.findLast(({ heading }) => isReached(heading));
    for (const entry of this.#entries) entry.link.ariaCurrent = entry === current ? 'true' : null;
    this.#progressLine.style.setProperty('--progress', String(progress));
    this.#progress.textContent = progressText(progress, this.#minutes * (1 - progress));
  }
}

customElements.define('recto-outline', OutlineButton);

/** @param {Element} heading */
function level(heading) {
  return Number(heading.localName.slice(1));
}

/**
 * @param {number} progress
 * @param {number} minutesLeft
 */
function progressText(progress, minutesLeft) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(progress);
  const time = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(Math.ceil(minutesLeft));
  return progress === 1 ? t('outline.finished') : t('outline.progress', { percent, time });
}
