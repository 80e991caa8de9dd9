/**
 * Creates an element with properties and children. Strings become text nodes, never HTML.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties = {}, ...children) {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children);
  return created;
}

/**
 * Removes all children of a node and returns them. A fragment, because spreading them into the arguments of a call fails
 * when there are very many.
 *
 * @param {Node} node
 * @returns {DocumentFragment}
 */
export function extractContents(node) {
  const range = /** @type {Document} */ (node.ownerDocument).createRange();
  range.selectNodeContents(node);
  return range.extractContents();
}
