import { tooFewSaid, type TooFewToJudge } from "../../season/too-few-to-judge.js";
import { countUpTo } from "../../numeric/order/lower-bound.js";
import type { SeriesReport } from "../../report.js";

/** An anomaly of hindsight and when it would have been known. */
export interface KnownWhen {
  readonly rank: number;
  /** Indexes into the series. */
  readonly start: number;
  readonly end: number;
  /** First look at which one of its points was flagged; NaN when none was. */
  readonly knownAt: number;
  /** Time from its first point to `knownAt`, in milliseconds (records without dates); NaN when it was never known. */
  readonly delay: number;
  /** The same in rows. */
  readonly delayRows: number;
  /** Rows since its first point at the look before, when it was not known yet: the true delay is longer than this. 0 where it was known at the first look. */
  readonly unknownRows: number;
}

/** A point flagged at the first look that saw it. */
export interface LiveAlarm {
  readonly point: number;
  /** Look at which it was raised. */
  readonly look: number;
  /** Whether hindsight flags a point of the same live incident, or next to it, too. */
  readonly confirmed: boolean;
}

/** One KPI, live against hindsight. */
export interface SeriesBacktest {
  readonly kpi: string;
  readonly series: string;
  /** First point that was judged live. */
  readonly from: number;
  /** 1 where a point was flagged at the first look that saw it. */
  readonly live: Uint8Array;
  /** The first point of each live alarm; flagged points close together are one alarm. */
  readonly alarms: readonly LiveAlarm[];
  /** Alarms in 30 days (in 1000 records without dates). */
  readonly alarmsPerMonth: number;
  /** Share of live alarms that hindsight confirms; NaN without alarms. */
  readonly confirmed: number;
  /** Anomalies of hindsight in the time that was watched, in the order of their ranks. */
  readonly events: readonly KnownWhen[];
  /** Set where it holds too few values for "nothing was found" to mean something. */
  readonly tooFew?: Pick<TooFewToJudge, "values" | "needed">;
}

const MONTH = 30 * 86_400_000;

/**
 * Puts what was known at each look beside hindsight.
 *
 * @param past the same series as each look saw it; it holds the first points of `hindsight`
 * @param gap flagged points at most this many points apart are one alarm
 */
export function seriesBacktest(
  hindsight: SeriesReport,
  looks: readonly number[],
  past: readonly (SeriesReport | undefined)[],
  gap: number,
): SeriesBacktest {
  const { time, flags } = hindsight;
  const live = new Uint8Array(time.length);
  const raised = new Int32Array(time.length).fill(-1);
  const first = firstSeen(time, looks);
  const from = first.findIndex((look) => look >= 0);
  for (let point = Math.max(0, from); point < time.length && from >= 0; point++) {
    const look = first[point];
    if (past[look]?.flags[point] === 1) {
      live[point] = 1;
      raised[point] = look;
    }
  }
  const alarms = starts(live, gap).map((point): LiveAlarm => {
    const [start, end] = liveSpan(point, runEnd(live, point, gap), past[raised[point]]!);
    return {
      point,
      look: raised[point],
      confirmed: flags.subarray(Math.max(0, start - gap), end + gap + 1).includes(1),
    };
  });
  const watched = from < 0 ? NaN : time[time.length - 1] - time[from];
  const unit = hindsight.records.length > 0 && time[time.length - 1] > 1e9 ? MONTH : 1000;
  return {
    kpi: hindsight.kpi,
    series: hindsight.series,
    ...tooFewSaid(hindsight),
    from,
    live,
    alarms,
    alarmsPerMonth: watched > 0 ? alarms.length / (watched / unit) : NaN,
    confirmed: alarms.length === 0 ? NaN : alarms.filter(({ confirmed }) => confirmed).length / alarms.length,
    events: hindsight.incidents
      .filter(({ end }) => from >= 0 && end >= from)
      .map(({ rank, start, end }) => knownWhen(rank, start, end, time, looks, past)),
  };
}

/** For each point the first look that sees it, but none for the points that are past already at the first look. */
function firstSeen(time: Float64Array, looks: readonly number[]): Int32Array {
  const start = looks.length > 1 ? looks[0] - (looks[1] - looks[0]) : -Infinity;
  return Int32Array.from(time, (moment) => (moment <= start ? -1 : looks.findIndex((look) => moment <= look)));
}

function knownWhen(
  rank: number,
  start: number,
  end: number,
  time: Float64Array,
  looks: readonly number[],
  past: readonly (SeriesReport | undefined)[],
): KnownWhen {
  const look = looks.findIndex((_, index) => past[index] && tellsOf(past[index], start, end));
  const knownAt = look < 0 ? NaN : looks[look];
  // Rows that the file had when one looked, counted from the first point of the event.
  const rowsAt = (at: number): number => Math.max(0, countUpTo(time, at) - 1 - start);
  return {
    rank,
    start,
    end,
    knownAt,
    delay: Math.max(0, knownAt - time[start]),
    delayRows: look < 0 ? NaN : rowsAt(knownAt),
    unknownRows: look > 0 ? rowsAt(looks[look - 1]) : 0,
  };
}

/** Whether a report flags a point of the stretch, or tells that values are missing there: those are never flagged. */
function tellsOf({ flags, incidents }: SeriesReport, from: number, to: number): boolean {
  return (
    flags.subarray(from, to + 1).includes(1) ||
    incidents.some(({ kind, start, end }) => kind === "missing" && start <= to && end >= from)
  );
}

/** The points of the alarm and of the incident that it was part of when it was raised. */
function liveSpan(point: number, last: number, then: SeriesReport): readonly [number, number] {
  const incident = then.incidents.find(({ start, end }) => start <= point && point <= end);
  return [Math.min(point, incident?.start ?? point), Math.max(last, incident?.end ?? last)];
}

/** First points of runs of flags; a pause of at most `gap` points does not end a run. */
function starts(flags: Uint8Array, gap: number): number[] {
  const found: number[] = [];
  let last = -Infinity;
  for (let point = 0; point < flags.length; point++) {
    if (flags[point] === 0) continue;
    if (point - last > Math.max(1, gap)) found.push(point);
    last = point;
  }
  return found;
}

function runEnd(flags: Uint8Array, start: number, gap: number): number {
  let end = start;
  for (let point = start; point < flags.length && point - end <= Math.max(1, gap); point++)
    if (flags[point] === 1) end = point;
  return end;
}
