import { median } from "../numeric/statistics.js";
import { recordTableDisplay, shortMoment } from "../display/record-table.js";
import type { MimeBundle } from "../display/with-display.js";
import type { Backtest } from "./backtest.js";
import type { KnownWhen, SeriesBacktest } from "./series-backtest.js";

/** A backtest in a notebook or a terminal: what it means, then when each anomaly would have been known. */
export function backtestDisplay({ series, text, report }: Backtest): MimeBundle {
  const dated = report.date !== null;
  const moment = (time: number): string =>
    Number.isNaN(time) ? "never" : dated ? shortMoment(Math.round(time / 1000) * 1000) : String(Math.round(time) + 1);
  const rows = series.flatMap((each, position) =>
    each.events
      .slice(0, 12)
      .map((event) => [
        nameOf(each),
        String(event.rank),
        moment(report.series[position].time[event.start]),
        moment(event.knownAt),
        Number.isNaN(event.delay)
          ? "–"
          : `${event.delayRows}${dated ? ` (${duration(event.delay, dated)})` : ""}, more than ${event.unknownRows}`,
      ]),
  );
  return recordTableDisplay({
    caption: text,
    header: ["KPI", "rank", "began", "known at", "delay in rows"],
    rows,
    numbers: [1],
  });
}

/** Live against hindsight, in words. @param looks moments at which one looked */
export function backtestText(series: readonly SeriesBacktest[], looks: readonly number[], dated: boolean): string {
  return series.map((each) => sentence(each, looks, dated)).join("\n");
}

function sentence(each: SeriesBacktest, looks: readonly number[], dated: boolean): string {
  const times = looks.length === 1 ? "one moment" : `${looks.length} moments`;
  const apart = looks.length === 1 ? "" : apartText(looks, dated);
  return `${nameOf(each)}, seen at ${times} with nothing but the past${apart}: ${noticedText(each, dated)}; ${raisedText(each, dated)}.`;
}

/** What no delay can be told more exactly than. */
function apartText(looks: readonly number[], dated: boolean): string {
  const apart = looks.slice(1).map((look, i) => look - looks[i]);
  return `, ${duration(median(Float64Array.from(apart)), dated)} apart`;
}

function noticedText({ events }: SeriesBacktest, dated: boolean): string {
  const known = events.filter(({ knownAt }) => !Number.isNaN(knownAt)).sort((a, b) => a.delay - b.delay);
  if (events.length === 0) return "hindsight sees no anomaly in the time watched";
  const count = known.length === 0 ? "none" : String(known.length);
  if (events.length === 1)
    return known.length === 0
      ? "the one anomaly of hindsight would not have been known"
      : `the one anomaly of hindsight would have been known ${afterText(known[0], "its", dated)}`;
  const middle = known[Math.floor((known.length - 1) / 2)] as KnownWhen | undefined;
  return `${count} of the ${events.length} anomalies of hindsight would have been known${middle ? `, half of them ${afterText(middle, "their", dated)}` : ""}`;
}

/** How long after the beginning; the look before may have been just too early. */
function afterText({ delay, delayRows }: KnownWhen, whose: string, dated: boolean): string {
  if (delayRows === 0) return `with ${whose} first row`;
  const rows = delayRows === 1 ? "1 row" : `${delayRows} rows`;
  return `at most ${rows}${dated ? ` (${duration(delay, dated)})` : ""} after ${whose} beginning`;
}

function raisedText({ alarms, alarmsPerMonth }: SeriesBacktest, dated: boolean): string {
  const confirmed = alarms.filter((alarm) => alarm.confirmed).length;
  if (alarms.length === 0) return "no alarm would have been raised";
  if (alarms.length === 1)
    return `1 alarm would have been raised, which hindsight ${confirmed === 1 ? "confirms" : "does not confirm"}`;
  const often = Number.isNaN(alarmsPerMonth)
    ? ""
    : `, ${alarmsPerMonth.toFixed(1)} ${dated ? "a month" : "in 1000 records"}`;
  const share = confirmed === 0 ? "none" : confirmed === alarms.length ? "all" : String(confirmed);
  return `${alarms.length} alarms would have been raised${often}; hindsight confirms ${share} of them`;
}

function nameOf({ kpi, series }: Pick<SeriesBacktest, "kpi" | "series">): string {
  return series === "" ? kpi : `${kpi} of ${series}`;
}

function duration(time: number, dated: boolean): string {
  if (!dated) return counted(time, "record");
  const hours = time / 3_600_000;
  if (hours < 1) return counted(hours * 60, "minute");
  return hours < 72 ? counted(hours, "hour") : counted(hours / 24, "day");
}

function counted(amount: number, unit: string): string {
  const whole = Math.round(amount);
  return `${whole} ${unit}${whole === 1 ? "" : "s"}`;
}
