/**
 * Pasting and dropping anywhere on the page.
 */

import { fromTransfer } from './sources.js';

/** @typedef {() => Promise<import('./sources.js').Source>} TakeSource */

/**
 * @param {(take: TakeSource) => void} read called within the event, the only time its data can be taken
 */
export function listenForPaste(read) {
  document.addEventListener('paste', (event) => {
    const { target, clipboardData } = event;
    if (!clipboardData || (isTextField(target) && !takesPages(target))) return;
    event.preventDefault();
    read(() => fromTransfer(clipboardData));
  });
}

/**
 * While something that can be dropped is over the page, its root has `data-dragging`.
 *
 * @param {(take: TakeSource) => void} read
 */
export function listenForDrop(read) {
  const root = document.documentElement;
  let startedHere = false;

  document.addEventListener('dragstart', () => (startedHere = true));
  document.addEventListener('dragend', () => (startedHere = false));
  document.addEventListener('dragover', (event) => {
    if (startedHere) return;
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
    if (startedHere || !dataTransfer) return;
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
 * The source box takes a page like the rest of the site does, unless a text is being edited in it.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 */
function takesPages(field) {
  return field.name === 'source' && (field.readOnly || field.value.trim() === '');
}
