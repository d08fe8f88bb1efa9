/** A change of the level as it is found: from `row` on everything is higher by `size`. */
export interface FoundChange {
  readonly row: number;
  readonly size: number;
}

/** A change and its way back. */
export interface TemporaryChange {
  readonly start: number;
  /** First row that is back. */
  readonly end: number;
  readonly size: number;
}

/** Changes that add up to less than this share of their peak have gone back. */
const GONE_BACK = 0.4;
/** A temporary change lasts at most this share of the series; of a table below `LONG` rows the larger one. */
const LONGEST = 1 / 6;
const LONGEST_SHORT = 1 / 4;
const LONG = 200;
/** Changes in which a way back may be taken. */
const MOST_STEPS = 6;

/**
 * Which changes last, and which belong together as there and back: neighbouring ones, up to a sixth of the series apart,
 * whose sizes add up to little of their peak without crossing to the other side.
 *
 * @param found by row
 */
export function pairChanges(
  found: readonly FoundChange[],
  n: number,
): { readonly lasting: FoundChange[]; readonly temporary: TemporaryChange[] } {
  const lasting: FoundChange[] = [];
  const temporary: TemporaryChange[] = [];
  for (let i = 0; i < found.length; i++) {
    const back = wayBack(found, i, n);
    if (back === null) {
      lasting.push(found[i]);
      continue;
    }
    temporary.push({ start: found[i].row, end: found[back.last].row, size: back.size });
    i = back.last;
  }
  return { lasting, temporary };
}

function wayBack(
  found: readonly FoundChange[],
  first: number,
  n: number,
): { readonly last: number; readonly size: number } | null {
  const { row, size } = found[first];
  const longest = n * (n >= LONG ? LONGEST : LONGEST_SHORT);
  let total = size;
  let peak = size;
  for (let last = first + 1; last < Math.min(found.length, first + MOST_STEPS); last++) {
    const next = found[last];
    if (next.row - row > longest) return null;
    total += next.size;
    if (Math.abs(total) > Math.abs(peak)) peak = total;
    if (total * size < 0 && Math.abs(total) >= GONE_BACK * Math.abs(peak)) return null;
    if (Math.abs(total) < GONE_BACK * Math.abs(peak))
      return { last, size: last === first + 1 ? (size - next.size) / 2 : peak };
  }
  return null;
}
