const SVG = 'http://www.w3.org/2000/svg';

/**
 * A line drawing beside a label, or on a button that has a name of its own.
 *
 * @param {string} line the path, in a square of 20
 */
export function icon(line) {
  const drawing = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', line);
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  drawing.append(path);
  return drawing;
}
