/**
 * A message on the page: what happened, a summary of the page, and buttons. Its heading takes the focus, so that screen readers
 * announce it.
 */

import { element } from './element.js';

/**
 * @typedef {object} NoticeContent
 * @property {string} title
 * @property {string} text
 * @property {{ name: string, value: string }[]} [summary]
 * @property {{ label: string, run: () => void }[]} [actions]
 */

export class Notice extends HTMLElement {
  /** @param {NoticeContent} content */
  show({ title, text, summary = [], actions = [] }) {
    const heading = element('h2', { id: 'notice-title', tabIndex: -1 }, title);
    const section = element('section', {}, heading, element('p', {}, text));
    section.setAttribute('aria-labelledby', heading.id);
    if (summary.length > 0) {
      const rows = summary.map(({ name, value }) => element('div', {}, element('dt', {}, name), element('dd', { dir: 'auto' }, value)));
      section.append(element('dl', {}, ...rows));
    }
    if (actions.length > 0) section.append(element('div', { className: 'actions' }, ...actions.map(actionButton)));
    this.replaceChildren(section);
    this.hidden = false;
    heading.focus();
  }

  clear() {
    this.replaceChildren();
    this.hidden = true;
  }
}

customElements.define('recto-notice', Notice);

/** @param {{ label: string, run: () => void }} action */
function actionButton({ label, run }) {
  const button = element('button', { type: 'button' }, label);
  button.addEventListener('click', run);
  return button;
}
