/** Rows that are in the page, and the room kept for those that are not. */
export interface DrawnRow {
  readonly place: number;
  /** Pixels of the rows left out above it. */
  readonly above: number;
}

/** Where each row begins, in pixels from the top of the first; one more entry than rows, the last is the whole height. */
export function rowOffsets(count: number, heightOf: (place: number) => number): Float64Array {
  const offsets = new Float64Array(count + 1);
  for (let place = 0; place < count; place++) offsets[place + 1] = offsets[place] + heightOf(place);
  return offsets;
}

/** The row at a place in pixels. */
export function rowAt(offsets: Float64Array, pixel: number): number {
  let low = 0;
  for (let high = offsets.length - 2; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle] <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The rows to draw of a long list: those between two pixels, a few beyond, and those that must stay although they are out of
 * sight (the one with the focus, the open one). `below` is the room to keep after the last.
 */
export function drawnRows(
  offsets: Float64Array,
  top: number,
  bottom: number,
  kept: readonly number[],
  extra = 10,
): { readonly rows: readonly DrawnRow[]; readonly below: number } {
  const count = offsets.length - 1;
  if (count <= 0) return { rows: [], below: 0 };
  const first = Math.max(0, rowAt(offsets, top) - extra);
  const last = Math.min(count - 1, rowAt(offsets, bottom) + extra);
  const places = new Set(kept.filter((place) => place >= 0 && place < count));
  for (let place = first; place <= last; place++) places.add(place);
  let end = 0;
  const rows = [...places]
    .sort((a, b) => a - b)
    .map((place) => {
      const above = offsets[place] - end;
      end = offsets[place + 1];
      return { place, above };
    });
  return { rows, below: offsets[count] - end };
}
