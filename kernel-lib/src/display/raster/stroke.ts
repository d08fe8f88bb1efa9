import { cos, hypot, sin } from "../../numeric/math.js";

/**
 * The outline of a line drawn with a pen: one box a segment and a small disc at each bend, all turning the same way so
 * that they add up.
 *
 * @param points x, y, x, y, …
 */
export function strokeOutline(points: readonly number[], width: number): number[][] {
  const half = width / 2;
  const rings: number[][] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = [points[i], points[i + 1], points[i + 2], points[i + 3]];
    const length = hypot(x1 - x0, y1 - y0);
    if (length === 0) continue;
    const dx = (-(y1 - y0) / length) * half;
    const dy = ((x1 - x0) / length) * half;
    rings.push([x0 + dx, y0 + dy, x0 - dx, y0 - dy, x1 - dx, y1 - dy, x1 + dx, y1 + dy]);
    if (i > 0) rings.push(regularPolygon(x0, y0, half, 8));
  }
  return rings;
}

/** A polygon that turns the same way as the boxes of `strokeOutline`; with many corners, a disc. */
export function regularPolygon(x: number, y: number, radius: number, corners: number, turn: number = 0): number[] {
  return Array.from({ length: corners }, (_, corner) => turn + (2 * Math.PI * corner) / corners).flatMap((angle) => [
    x + radius * cos(angle),
    y + radius * sin(angle),
  ]);
}

/** The strokes that are left of a line when it is dashed. */
export function dashed(points: readonly number[], dash: readonly number[]): number[][] {
  if (dash.length === 0) return [points.slice()];
  const strokes: number[][] = [];
  let [part, left] = [0, dash[0]];
  let stroke = [points[0], points[1]];
  for (let i = 0; i + 3 < points.length; i += 2) {
    let [x, y] = [points[i], points[i + 1]];
    let length = hypot(points[i + 2] - x, points[i + 3] - y);
    while (length > left) {
      x += ((points[i + 2] - x) * left) / length;
      y += ((points[i + 3] - y) * left) / length;
      length -= left;
      if (part % 2 === 0) strokes.push([...stroke, x, y]);
      stroke = [x, y];
      left = dash[++part % dash.length];
    }
    left -= length;
    stroke.push(points[i + 2], points[i + 3]);
  }
  if (part % 2 === 0 && stroke.length > 2) strokes.push(stroke);
  return strokes;
}
