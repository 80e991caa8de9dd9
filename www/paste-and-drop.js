/**
 * Pasting and dropping anywhere on the page.
 */

import { fromTransfer } from './sources.js';

/** @typedef {() => Promise<import('./sources.js').Source>} LoadSource */

/**
 * @param {(load: LoadSource) => void} read called during the event, as its data cannot be read later
 */
export function listenForPaste(read) {
  document.addEventListener('paste', (event) => {
    const { target, clipboardData } = event;
    if (!clipboardData || (isTextField(target) && !acceptsPages(target))) return;
    event.preventDefault();
    read(() => fromTransfer(clipboardData));
  });
}

/**
 * While something that can be dropped is dragged over the page, the root element has `data-dragging`.
 *
 * @param {(load: LoadSource) => void} read
 */
export function listenForDrop(read) {
  const root = document.documentElement;
  let isOwnDrag = false;

  document.addEventListener('dragstart', () => (isOwnDrag = true));
  document.addEventListener('dragend', () => (isOwnDrag = false));
  document.addEventListener('dragover', (event) => {
    if (isOwnDrag) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    root.dataset.dragging = '';
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) delete root.dataset.dragging;
  });
  document.addEventListener('drop', (event) => {
    const { dataTransfer } = event;
    delete root.dataset.dragging;
    if (isOwnDrag || !dataTransfer) return;
    event.preventDefault();
    read(() => fromTransfer(dataTransfer));
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement | HTMLTextAreaElement}
 */
function isTextField(target) {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
}

/**
 * The source box reads a pasted page like the rest of the site, unless text is being edited in it.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
function acceptsPages(field) {
  return field.name === 'source' && (field.readOnly || field.value.trim() === '');
}
