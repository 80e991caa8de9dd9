/**
 * Makes an element with its properties and children. Text children stay text, whatever they hold.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/**
 * What is in a node, taken out of it, to be put elsewhere. There may be more of it than a call can have arguments.
 *
 * @param {Node} node
 * @returns {DocumentFragment}
 */
export function contentsOf(node) {
  const all = /** @type {Document} */ (node.ownerDocument).createRange();
  all.selectNodeContents(node);
  return all.extractContents();
}
