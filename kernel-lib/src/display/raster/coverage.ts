/** How much of each pixel of a box an outline covers, 0 to 1. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/**
 * Coverage of each pixel by filled rings, exact at the edges, by accumulated signed areas
 * (the method of FreeType's smooth rasteriser and of font-rs, https://github.com/raphlinus/font-rs).
 * Cost: pixels of the bounding box plus pixels along the outline.
 *
 * @param rings closed outlines, x, y, x, y, …; those that turn the other way cut holes
 * @param width @param height size of the page; what lies outside is cut off
 */
export function coverageOf(rings: readonly (readonly number[])[], width: number, height: number): Coverage {
  const box = boundingBox(rings, width, height);
  const stride = box.width + 2;
  const areas = new Float32Array(stride * box.height);
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const j = i + 2 < ring.length ? i + 2 : 0;
      addEdge(areas, stride, box, ring[i] - box.left, ring[i + 1] - box.top, ring[j] - box.left, ring[j + 1] - box.top);
    }
  }
  const values = new Float32Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    let sum = 0;
    for (let x = 0; x < box.width; x++) {
      sum += areas[y * stride + x];
      values[y * box.width + x] = Math.min(1, Math.abs(sum));
    }
  }
  return { ...box, values };
}

function boundingBox(rings: readonly (readonly number[])[], width: number, height: number): Omit<Coverage, "values"> {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      left = Math.min(left, ring[i]);
      right = Math.max(right, ring[i]);
      top = Math.min(top, ring[i + 1]);
      bottom = Math.max(bottom, ring[i + 1]);
    }
  }
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  return {
    left,
    top,
    width: Math.max(0, Math.min(width, Math.ceil(right)) - left),
    height: Math.max(0, Math.min(height, Math.ceil(bottom)) - top),
  };
}

/** Cuts an edge where it crosses the left and the right side of the box; parts outside run along the side. */
function addEdge(
  areas: Float32Array,
  stride: number,
  box: Omit<Coverage, "values">,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): void {
  for (const side of [0, box.width]) {
    if ((x0 < side && x1 > side) || (x0 > side && x1 < side)) {
      const y = y0 + ((side - x0) / (x1 - x0)) * (y1 - y0);
      addEdge(areas, stride, box, x0, y0, side, y);
      addEdge(areas, stride, box, side, y, x1, y1);
      return;
    }
  }
  const clamp = (x: number): number => Math.max(0, Math.min(box.width, x));
  if (y0 < y1) accumulate(areas, stride, box.height, clamp(x0), y0, clamp(x1), y1, 1);
  else if (y1 < y0) accumulate(areas, stride, box.height, clamp(x1), y1, clamp(x0), y0, -1);
}

/** Adds the area to the right of a downward edge, row by row. */
function accumulate(
  areas: Float32Array,
  stride: number,
  height: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  sign: number,
): void {
  const slope = (x1 - x0) / (y1 - y0);
  for (let row = Math.max(0, Math.floor(y0)); row < Math.min(height, Math.ceil(y1)); row++) {
    const from = Math.max(row, y0);
    const to = Math.min(row + 1, y1);
    const a = x0 + (from - y0) * slope;
    const b = x0 + (to - y0) * slope;
    addRow(areas, row * stride, Math.min(a, b), Math.max(a, b), (to - from) * sign);
  }
}

/** Spreads the height of an edge piece between x = left and x = right over the pixels it crosses. */
function addRow(areas: Float32Array, offset: number, left: number, right: number, height: number): void {
  const first = Math.floor(left);
  const last = Math.ceil(right);
  if (last <= first + 1) {
    const share = (left + right) / 2 - first;
    areas[offset + first] += height * (1 - share);
    areas[offset + first + 1] += height * share;
    return;
  }
  const perPixel = height / (right - left);
  let before = 0;
  let previous = 0;
  for (let pixel = first; pixel < last; pixel++) {
    const from = Math.max(pixel, left);
    const to = Math.min(pixel + 1, right);
    // Area of this pixel to the right of the piece, plus the full height of the pieces already passed.
    const covered = before + perPixel * (to - from) * (pixel + 1 - (from + to) / 2);
    areas[offset + pixel] += covered - previous;
    previous = covered;
    before += perPixel * (to - from);
  }
  areas[offset + last] += height - previous;
}
