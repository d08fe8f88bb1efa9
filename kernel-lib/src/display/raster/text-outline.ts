import { glyphs, glyphUnits } from "./glyphs.js";

/** Width of a line of text in pixels at this size. */
export function textWidth(text: string, size: number): number {
  let units = 0;
  for (const letter of text) units += advance(letter);
  return (units * size) / glyphUnits;
}

/** The outlines of a line of text that starts at 0, 0 on its baseline, as rings of x, y, x, y, … in pixels. */
export function textOutline(text: string, size: number): number[][] {
  const scale = size / glyphUnits;
  const rings: number[][] = [];
  let pen = 0;
  for (const letter of text) {
    for (const ring of glyphRings(letter))
      rings.push(ring.map((value, index) => (index % 2 === 0 ? value + pen : value) * scale));
    pen += advance(letter);
  }
  return rings;
}

/** Letters we have no outline for are shown as a box, as browsers do. */
const missing = "150 M20 0L130 0L130 -180L20 -180L20 0M36 -16L36 -164L114 -164L114 -16L36 -16";

function advance(letter: string): number {
  return Number.parseInt(glyphs[letter] ?? missing, 10);
}

function glyphRings(letter: string): number[][] {
  const outline = glyphs[letter] ?? missing;
  const rings: number[][] = [];
  let ring: number[] = [];
  for (const [, command, numbers] of outline.slice(outline.indexOf(" ") + 1).matchAll(/([MLQZ])([-\d ]*)/g)) {
    const [x, y, endX, endY] = numbers.split(" ").map(Number);
    if (command === "M") rings.push((ring = [x, y]));
    else if (command === "L") ring.push(x, y);
    else if (command === "Q") ring.push(...quadraticCurve(ring.at(-2)!, ring.at(-1)!, x, y, endX, endY));
  }
  return rings;
}

/** Four chords are finer than a pixel at every size text is drawn at. */
function quadraticCurve(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): number[] {
  return [0.25, 0.5, 0.75, 1].flatMap((t) => {
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    return [a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2];
  });
}
