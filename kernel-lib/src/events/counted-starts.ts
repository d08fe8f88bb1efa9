import type ICAL from "ical.js";

const DAY = 86_400_000;

/** Parts of a rule that a plain repetition has: every so many days, weeks, months or years. */
const PLAIN: ReadonlySet<string> = new Set(["freq", "interval", "until", "count", "wkst"]);

const DAYS: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7 };
const MONTHS: Readonly<Record<string, number>> = { MONTHLY: 1, YEARLY: 12 };

/**
 * Starts of a plain repetition in a range of time, by arithmetic: nothing is walked through, so that a birthday of 1900 costs
 * what one of last year does. Null for what is not plain (parts such as BYDAY, other zones). A day that a month lacks is left out, as the standard has it.
 */
export function countedStarts(
  event: ICAL.Event,
  { from, to }: { readonly from: number; readonly to: number },
): number[] | null {
  const { component, startDate } = event;
  const rules = component.getAllProperties("rrule");
  if (rules.length !== 1 || component.getFirstProperty("rdate") || !isPlainTime(startDate)) return null;
  const rule = rules[0].getFirstValue() as ICAL.Recur;
  const named = Object.keys(rule.toJSON() as object).every((part) => PLAIN.has(part));
  const days = DAYS[rule.freq];
  const months = MONTHS[rule.freq];
  if (!named || (days === undefined && months === undefined)) return null;
  const { until } = rule;
  if (until && !until.isDate && !isPlainTime(until)) return null;
  const interval = Math.max(1, rule.interval);
  const first = wallClock(startDate);
  const last = Math.min(to, until ? (until.isDate ? wallClock(until) + DAY - 1 : wallClock(until)) : to);
  const startOf = (k: number): Date => {
    const date = new Date(first);
    if (days) date.setUTCDate(date.getUTCDate() + k * interval * days);
    else date.setUTCMonth(date.getUTCMonth() + k * interval * months);
    return date;
  };
  const everyMonthHasIt = days !== undefined || startDate.day <= 28;
  // A month has at most 31 days: this step is not after the range yet.
  const longest = interval * (days ? days * DAY : months * 31 * DAY);
  const out = new Set(excepted(component));
  const starts: number[] = [];
  let k = everyMonthHasIt ? Math.max(0, Math.floor((from - first) / longest)) : 0;
  for (let counted = k; rule.count === null || counted < rule.count; k++) {
    const date = startOf(k);
    const at = date.getTime();
    if (!(at <= last)) break;
    if (!everyMonthHasIt && date.getUTCDate() !== startDate.day) continue;
    counted++;
    if (at >= from && !out.has(at)) starts.push(at);
  }
  return starts;
}

/** A date, a time without a zone, or one in UTC: the same everywhere. */
function isPlainTime(time: ICAL.Time): boolean {
  return time.isDate || time.zone === null || ["floating", "UTC"].includes(time.zone.tzid);
}

function excepted(component: ICAL.Component): number[] {
  return component
    .getAllProperties("exdate")
    .flatMap((property) => (property.getValues() as ICAL.Time[]).map(wallClock));
}

/** The time a clock on the wall shows, as if it were UTC. */
export function wallClock(time: ICAL.Time): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
}
