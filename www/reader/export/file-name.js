/** Longer names are cut: some systems stop at 255 bytes, and a letter may take four. */
const LONGEST = 60;

/**
 * A name that every system takes for a file, made of the title.
 *
 * @param {string | null} title
 * @param {string} ending
 */
export function fileName(title, ending) {
  const plain = (title ?? '').replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ').replace(/\s+/gu, ' ');
  const stem = [...plain].slice(0, LONGEST).join('').replace(/^[. ]+|[. ]+$/g, '');
  return `${stem || 'article'}.${ending}`;
}
