const SVG = 'http://www.w3.org/2000/svg';

/**
 * A line icon, hidden from assistive technology: its button has a label.
 *
 * @param {string} path in a viewBox of 20 × 20
 */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(line);
  return svg;
}
