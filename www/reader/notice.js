/**
 * A message in the page's flow: what happened, what was found, what to do. It takes the focus, so it is read out.
 */

import { element } from './element.js';

/**
 * @typedef {object} Words
 * @property {string} title
 * @property {string} text
 * @property {{ name: string, value: string }[]} [found]
 * @property {{ label: string, run: () => void }[]} [actions]
 */

export class Notice extends HTMLElement {
  /** @param {Words} words */
  show({ title, text, found = [], actions = [] }) {
    const heading = element('h2', { id: 'notice-title', tabIndex: -1 }, title);
    const box = element('section', {}, heading, element('p', {}, text));
    box.setAttribute('aria-labelledby', heading.id);
    if (found.length > 0) {
      const rows = found.map(({ name, value }) => element('div', {}, element('dt', {}, name), element('dd', { dir: 'auto' }, value)));
      box.append(element('dl', {}, ...rows));
    }
    if (actions.length > 0) box.append(element('div', { className: 'actions' }, ...actions.map(actionButton)));
    this.replaceChildren(box);
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
