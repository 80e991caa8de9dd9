/**
 * Contrast ratios of colours, by the formula of WCAG 2.
 */

/** The minimum for body text at level AA. */
export const MIN_TEXT_CONTRAST = 4.5;

/**
 * @param {string} one `#rrggbb`
 * @param {string} other
 * @returns {number} from 1 (equal) to 21 (black on white)
 */
export function contrast(one, other) {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** @param {string} colour `#rrggbb` */
export function isDark(colour) {
  return contrast(colour, '#ffffff') > contrast(colour, '#000000');
}

/** @param {string} colour */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
