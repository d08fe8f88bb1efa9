/** Jupyter counts Unicode code points where JavaScript counts UTF-16 units. */
export function codeUnits(text: string, codePoints: number): number {
  let units = 0;
  for (const character of text) {
    if (codePoints-- <= 0) break;
    units += character.length;
  }
  return units;
}

/** Code points in the first units of a text. */
export function codePoints(text: string, units: number): number {
  return [...text.slice(0, units)].length;
}
