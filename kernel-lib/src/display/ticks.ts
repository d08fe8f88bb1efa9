import { log10 } from "../numeric/math.js";

/** A mark on an axis: where, and what is written there. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** About `count` round numbers between two values (steps of 1, 2 or 5 times a power of ten). */
export function numberTicks(low: number, high: number, count: number): Tick[] {
  const rough = high / Math.max(1, count) - low / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [{ at: low, label: numberLabel(low, 1) }];
  const power = Number(`1e${Math.floor(log10(rough))}`);
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step).map((at) => ({
    at,
    label: numberLabel(at, step),
  }));
}

/** From which size on a number is counted in what, and its sign. */
const SUFFIXES: readonly (readonly [number, number, string])[] = [
  [1e12, 1e12, "T"],
  [1e9, 1e9, "B"],
  [1e6, 1e6, "M"],
  [1e4, 1e3, "k"],
  [-Infinity, 1, ""],
];

/** Thousands as k, millions as M, billions as B, trillions as T, as Plotly writes them; else as many digits as the step needs. */
function numberLabel(value: number, step: number): string {
  const size = Math.max(Math.abs(value), step);
  if (value !== 0 && (size >= 1e15 || size < 1e-9))
    return value
      .toExponential(2)
      .replace(/\.?0*e\+?/, "e")
      .replaceAll("-", "\u2212");
  const [unit, suffix] = SUFFIXES.find(([least]) => size >= least)?.slice(1) as [number, string];
  const digits = Math.max(0, Math.min(10, Math.ceil(-log10(step / unit) - 1e-9)));
  const text = (value / unit).toFixed(digits).replace("-", "\u2212");
  return value === 0 ? "0" : `${text}${suffix}`;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [1, 5, 15, 30]
  .map((n) => n * second)
  .concat(
    [1, 5, 15, 30].map((n) => n * minute),
    [1, 3, 6, 12].map((n) => n * hour),
    [1, 2, 7, 14].map((n) => n * day),
  );
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/** About `count` round moments between two times, in milliseconds since 1970-01-01, read as UTC. */
export function dateTicks(low: number, high: number, count: number): Tick[] {
  const rough = (high - low) / Math.max(1, count);
  const step = steps.find((candidate) => candidate >= rough);
  if (step !== undefined) {
    // Weeks start on Mondays; 1970-01-01 was a Thursday.
    const origin = step % (7 * day) === 0 ? 4 * day : 0;
    const first = Math.ceil((low - origin) / step);
    const last = Math.floor((high - origin) / step);
    const moments = Array.from(
      { length: Math.max(0, last - first + 1) },
      (_, index) => origin + (first + index) * step,
    );
    return withYears(moments, step);
  }
  const months = monthSteps.find((candidate) => candidate * 30.4 * day >= rough) ?? 1200;
  return monthTicks(low, high, months);
}

function monthTicks(low: number, high: number, months: number): Tick[] {
  const start = new Date(low);
  const ticks: Tick[] = [];
  for (
    let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
    ticks.length < 100;
    month += months
  ) {
    const at = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (at > high) break;
    if (at >= low)
      ticks.push({
        at,
        label: months % 12 === 0 ? String(Math.floor(month / 12)) : `${monthName(at)} ${Math.floor(month / 12)}`,
      });
  }
  return ticks;
}

/** The year stands at the first day that is written, and where it changes; where only the clock is, the first tells the day. */
function withYears(moments: readonly number[], step: number): Tick[] {
  let year = "";
  const ticks = moments.map((at) => {
    const label = momentLabel(at, step);
    const own = new Date(at).toISOString().slice(0, -20);
    if (label.includes(":") || own === year) return { at, label };
    year = own;
    return { at, label: `${label} ${Number(own)}` };
  });
  if (ticks.length === 0 || year !== "") return ticks;
  const [{ at, label }] = ticks;
  return [{ at, label: `${label}, ${momentLabel(at, day)} ${new Date(at).getUTCFullYear()}` }, ...ticks.slice(1)];
}

function momentLabel(at: number, step: number): string {
  const text = new Date(at).toISOString();
  const dayLabel = `${Number(text.slice(8, 10))} ${monthName(at)}`;
  if (step >= day) return dayLabel;
  const clock = text.slice(11, step < minute ? 19 : 16);
  return clock === "00:00" ? dayLabel : clock;
}

function monthName(at: number): string {
  return ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
    new Date(at).getUTCMonth()
  ];
}
