import type { MissingStretch } from "../../report.js";
import type { Stretch } from "./stretches.js";

/** The sensitivity from which all others are told: what is found at it is never changed by another one. */
export const USUAL_SENSITIVITY = 50;

/** What is found at one sensitivity. */
export interface Level {
  /** Score that a stretch had to reach. */
  readonly cut: number;
  /** Apart from each other, in time order. */
  readonly alarms: readonly Stretch[];
  readonly missing: readonly MissingStretch[];
}

/** What levels are made from. */
export interface Levelled {
  /** What the scores say at a whole sensitivity, as if there were no other. */
  readonly judge: (sensitivity: number) => Level;
  /** Whether the rules of the KPI let a stretch through. */
  readonly counts: (alarm: Stretch) => boolean;
  /** No alarm may become longer by being joined with that of another sensitivity. */
  readonly longest: number;
}

/**
 * What is found at each whole sensitivity, so that each row has one number: the least sensitivity at which it is flagged. To
 * cut long stretches, to trim, to leave out what belongs to a known event or to a rule looks at a stretch as a whole, and a
 * more sensitive look sees other stretches: by itself it would drop rows that a less sensitive one has found. So the levels
 * are built outward from the usual sensitivity: above it each keeps all that the one below has found and adds to it, below
 * it each keeps only what the one above has found too. Levels are worked out when they are asked for, O(n) each.
 *
 * @returns what is found at a sensitivity; fractions count as the whole number below
 */
export function nestedLevels(levelled: Levelled): (sensitivity: number) => Level {
  const known = new Map<number, Level>();
  return (sensitivity) => {
    const wanted = Math.floor(sensitivity);
    const step = Math.sign(wanted - USUAL_SENSITIVITY);
    let level = known.get(USUAL_SENSITIVITY) ?? counted(levelled.judge(USUAL_SENSITIVITY), levelled);
    known.set(USUAL_SENSITIVITY, level);
    for (let at = USUAL_SENSITIVITY; at !== wanted; ) {
      at += step;
      level = known.get(at) ?? (step > 0 ? widened : narrowed)(level, levelled.judge(at), levelled);
      known.set(at, level);
    }
    return level;
  };
}

function counted(level: Level, { counts }: Levelled): Level {
  return { ...level, alarms: level.alarms.filter(counts) };
}

/** All of the level below, joined with what a more sensitive look adds. */
function widened(below: Level, found: Level, levelled: Levelled): Level {
  return {
    cut: Math.min(below.cut, found.cut),
    alarms: united(below.alarms, found.alarms, levelled),
    missing: [...new Set([...below.missing, ...found.missing])],
  };
}

/** What both the level above and a less sensitive look find. */
function narrowed(above: Level, found: Level, levelled: Levelled): Level {
  return {
    cut: Math.max(above.cut, found.cut),
    alarms: shared(above.alarms, found.alarms).filter(levelled.counts),
    missing: above.missing.filter((stretch) => found.missing.includes(stretch)),
  };
}

/** Stretches that touch become one; where that one is too long or does not count, the kept ones stay as they are. */
function united(kept: readonly Stretch[], added: readonly Stretch[], { counts, longest }: Levelled): Stretch[] {
  const all = [
    ...kept.map((stretch) => ({ stretch, isKept: true })),
    ...added.map((stretch) => ({ stretch, isKept: false })),
  ].sort((a, b) => a.stretch.start - b.stretch.start);
  const result: Stretch[] = [];
  for (let from = 0; from < all.length; ) {
    const { start } = all[from].stretch;
    let { end } = all[from].stretch;
    let to = from + 1;
    for (; to < all.length && all[to].stretch.start <= end; to++) end = Math.max(end, all[to].stretch.end);
    const before = all.slice(from, to).filter(({ isKept }) => isKept);
    const whole = { start, end };
    if (before.length === 1 && before[0].stretch.start === start && before[0].stretch.end === end)
      result.push(before[0].stretch);
    else if ((before.length === 0 || end - start < longest) && counts(whole)) result.push(whole);
    else result.push(...before.map(({ stretch }) => stretch));
    from = to;
  }
  return result;
}

/** The parts that both lists cover. */
function shared(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const parts: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const start = Math.max(a[i].start, b[j].start);
    const end = Math.min(a[i].end, b[j].end);
    if (start <= end) parts.push({ start, end });
    if (a[i].end < b[j].end) i++;
    else j++;
  }
  return parts;
}
