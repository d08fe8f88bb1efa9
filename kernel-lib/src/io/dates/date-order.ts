import { dateMilliseconds, fullYear } from "./calendar.js";
import { DateOrder } from "./numeric-date.js";
import { stepRegularity } from "./step-regularity.js";

/** Which of three numbers is the year, the month and the day. */
export interface PartOrder {
  readonly label: "YMD" | "YDM" | "DMY" | "MDY";
  readonly year: 0 | 1 | 2;
  readonly month: 0 | 1 | 2;
  readonly day: 0 | 1 | 2;
}

const YMD: PartOrder = { label: "YMD", year: 0, month: 1, day: 2 };
const YDM: PartOrder = { label: "YDM", year: 0, month: 2, day: 1 };
const DMY: PartOrder = { label: "DMY", year: 2, month: 1, day: 0 };
const MDY: PartOrder = { label: "MDY", year: 2, month: 0, day: 1 };

/** What the order of a column was decided from. */
export interface OrderDecision {
  readonly order: PartOrder;
  /** A second order that cells use which the first cannot read; null when there are (almost) none. */
  readonly also: PartOrder | null;
  /** True when every cell can be read both ways and regular steps, or custom, had to decide. */
  readonly ambiguous: boolean;
  readonly rejected: PartOrder | null;
}

/** Cells that only another order can read are a second format from this share on; below, they are mistakes. */
const SECOND_FORMAT = 0.05;
/** Cells that are looked at when regular steps decide. */
const LOOKED_AT = 20_000;

/**
 * Decides for the whole column which number is the day. Cells with a number above 12 decide; when there are none the order
 * that gives the more regular steps does, and then `prefersDayFirst`.
 * @param parts the three numbers of every cell, end to end, in file order
 */
export function decideOrder(
  dateOrder: number,
  separator: number,
  parts: Uint16Array,
  prefersDayFirst: boolean,
): OrderDecision {
  const candidates =
    dateOrder === DateOrder.yearFirst ? [YMD, YDM] : dateOrder === DateOrder.yearLast ? [DMY, MDY] : [DMY, MDY, YMD];
  const readable = new Float64Array(1 << candidates.length);
  const cells = parts.length / 3;
  for (let i = 0; i < parts.length; i += 3) {
    let mask = 0;
    for (let c = 0; c < candidates.length; c++) {
      const month = parts[i + candidates[c].month];
      const day = parts[i + candidates[c].day];
      if (month >= 1 && month <= 12 && day >= 1 && day <= 31) mask |= 1 << c;
    }
    readable[mask]++;
  }
  const counts = candidates.map((_, c) =>
    readable.reduce((sum, count, mask) => (mask & (1 << c) ? sum + count : sum), 0),
  );
  const best = Math.max(...counts);
  const tied = candidates.filter((_, c) => counts[c] === best);
  const order = tied.length === 1 ? tied[0] : null;
  if (order) {
    const chosen = 1 << candidates.indexOf(order);
    const others = candidates.map((_, c) =>
      readable.reduce((sum, count, mask) => (mask & (1 << c) && !(mask & chosen) ? sum + count : sum), 0),
    );
    const second = others.indexOf(Math.max(...others));
    // Nobody mixes 2024-01-31 with 2024-31-01: there the month is wrong.
    const isSecondFormat = dateOrder !== DateOrder.yearFirst && others[second] >= Math.max(3, cells * SECOND_FORMAT);
    return { order, also: isSecondFormat ? candidates[second] : null, ambiguous: false, rejected: null };
  }
  return decideByCustom(dateOrder, separator, parts, tied, prefersDayFirst);
}

/** The milliseconds of a day of some calendar, NaN for none. */
export type DayOf = (year: number, month: number, day: number) => number;

/** Milliseconds of the day the three numbers name; NaN when there is none. */
export function orderedDate(
  dateOrder: number,
  order: PartOrder,
  parts: readonly number[] | Uint16Array,
  at: number,
  dayOf: DayOf = dateMilliseconds,
): number {
  const year = parts[at + order.year];
  return dayOf(
    dateOrder === DateOrder.twoDigits ? fullYear(year) : year,
    parts[at + order.month],
    parts[at + order.day],
  );
}

function decideByCustom(
  dateOrder: number,
  separator: number,
  parts: Uint16Array,
  tied: readonly PartOrder[],
  prefersDayFirst: boolean,
): OrderDecision {
  const sure = (order: PartOrder): OrderDecision => ({ order, also: null, ambiguous: false, rejected: null });
  // Nobody writes year, day, month, and nobody writes the month first before a dot.
  if (dateOrder === DateOrder.yearFirst) return sure(YMD);
  if (separator === 46 && tied.includes(DMY)) return sure(DMY);
  const custom = prefersDayFirst ? [DMY, MDY, YMD] : [MDY, DMY, YMD];
  const length = Math.min(parts.length, LOOKED_AT * 3);
  const ranked = custom
    .filter((order) => tied.includes(order))
    .map((order) => {
      const times = new Float64Array(length / 3);
      for (let i = 0; i < length; i += 3) times[i / 3] = orderedDate(dateOrder, order, parts, i);
      return { order, regularity: stepRegularity(times) };
    })
    .sort((a, b) => b.regularity - a.regularity);
  const [best, second] = ranked;
  // 31/01/24 could be 24 January 2031 by its numbers alone, but then its steps would be wild.
  const sureByStep =
    (best.order === YMD || second.order === YMD) &&
    best.regularity > second.regularity + 0.2 &&
    !(tied.includes(DMY) && tied.includes(MDY));
  return sureByStep ? sure(best.order) : { order: best.order, also: null, ambiguous: true, rejected: second.order };
}
