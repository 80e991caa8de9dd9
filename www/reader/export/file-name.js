/** In characters. File systems allow 255 bytes, and a character may take four. */
const MAX_LENGTH = 60;

/**
 * A file name made from the title that is valid on every operating system.
 *
 * @param {string | null} title
 * @param {string} extension
 */
export function fileName(title, extension) {
  const cleaned = (title ?? '').replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ').replace(/\s+/gu, ' ');
  const stem = [...cleaned].slice(0, MAX_LENGTH).join('').replace(/^[. ]+|[. ]+$/g, '');
  return `${stem || 'article'}.${extension}`;
}
