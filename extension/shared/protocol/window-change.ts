import type { SeriesWindow } from "./series-window.js";

/** What a thinned series has gained and lost; all else about it is as before. */
export interface WindowChange {
  /** Places in the earlier window whose points are gone, ascending. */
  readonly removed: Uint32Array;
  /** The points that are new, ascending. */
  readonly added: Pick<SeriesWindow, (typeof perPoint)[number]>;
  /** Of every point of the later window. */
  readonly flagged: Uint8Array;
}

const perPoint = [
  "point",
  "time",
  "value",
  "score",
  "expectedAt",
  "lowerAt",
  "upperAt",
  "usualAt",
  "usualLowerAt",
  "usualUpperAt",
] as const;
const model = ["modelTime", "expected", "lower", "upper"] as const;

type Numbers = Float64Array | Uint32Array | Uint8Array;

/**
 * How to make the later window from the earlier one, so that a new cut of 145,000 points sends only the few points whose
 * flag brought them in; null when they are not the same line. O(points).
 */
export function changeOf(before: SeriesWindow, after: SeriesWindow): WindowChange | null {
  const made = madeFrom.get(after);
  if (made?.before === before) return made.change;
  if (before === after) return { ...unchanged, flagged: after.flagged };
  if (before.series !== after.series || before.from !== after.from || before.to !== after.to) return null;
  if (model.some((field) => !equal(before[field], after[field]))) return null;
  const removed: number[] = [];
  const added: number[] = [];
  let old = 0;
  for (let place = 0; place < after.point.length; place++) {
    while (old < before.point.length && before.point[old] < after.point[place]) removed.push(old++);
    if (before.point[old] !== after.point[place]) added.push(place);
    else if (perPoint.some((field) => !same(before[field][old], after[field][place]))) return null;
    else old++;
  }
  while (old < before.point.length) removed.push(old++);
  const rows = perPoint.map((field) => [field, pick(after[field], added)]);
  return {
    removed: Uint32Array.from(removed),
    added: Object.fromEntries(rows) as WindowChange["added"],
    flagged: after.flagged,
  };
}

const nowhere = new Uint32Array(0);
const unchanged: Pick<WindowChange, "removed" | "added"> = {
  removed: nowhere,
  added: Object.fromEntries(
    perPoint.map((field) => [field, field === "point" ? nowhere : new Float64Array(0)]),
  ) as WindowChange["added"],
};

/** Windows that were made from an earlier one: whoever passes both on need not compare them. */
const madeFrom = new WeakMap<SeriesWindow, { readonly before: SeriesWindow; readonly change: WindowChange }>();

/** The later window; the earlier one itself when nothing changed. */
export function changed(before: SeriesWindow, change: WindowChange): SeriesWindow {
  const { removed, added, flagged } = change;
  if (!removed.length && !added.point.length && equal(before.flagged, flagged)) return before;
  const gone = new Set(removed);
  const order: { readonly from: Pick<SeriesWindow, (typeof perPoint)[number]>; readonly place: number }[] = [];
  let fresh = 0;
  for (let place = 0; place < before.point.length; place++) {
    while (fresh < added.point.length && added.point[fresh] < before.point[place])
      order.push({ from: added, place: fresh++ });
    if (!gone.has(place)) order.push({ from: before, place });
  }
  while (fresh < added.point.length) order.push({ from: added, place: fresh++ });
  const rows = perPoint.map((field) => [
    field,
    filled(before[field], order.length, (at) => order[at].from[field][order[at].place]),
  ]);
  const after = { ...before, ...(Object.fromEntries(rows) as WindowChange["added"]), flagged };
  madeFrom.set(after, { before, change });
  return after;
}

const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

function equal(a: Numbers, b: Numbers): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
  return true;
}

const pick = <Kind extends Numbers>(values: Kind, places: readonly number[]): Kind =>
  filled(values, places.length, (at) => values[places[at]]);

function filled<Kind extends Numbers>(like: Kind, length: number, valueAt: (place: number) => number): Kind {
  const values = new (like.constructor as new (length: number) => Kind)(length);
  for (let place = 0; place < length; place++) values[place] = valueAt(place);
  return values;
}
