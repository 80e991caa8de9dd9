/**
 * A URL that a link or an image may have: http or https, never `javascript:`.
 *
 * @param {string | null | undefined} text
 * @returns {URL | null}
 */
export function parseHttpUrl(text) {
  const url = text ? URL.parse(text) : null;
  return url && /^https?:$/.test(url.protocol) ? url : null;
}
