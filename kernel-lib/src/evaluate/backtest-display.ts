import { recordTableDisplay, shortMoment } from "../display/record-table.js";
import type { MimeBundle } from "../display/with-display.js";
import type { Backtest } from "./backtest.js";
import type { SeriesBacktest } from "./series-backtest.js";

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
        Number.isNaN(event.delay) ? "–" : duration(event.delay, dated),
      ]),
  );
  return recordTableDisplay({
    caption: text,
    header: ["KPI", "rank", "began", "known at", "delay"],
    rows,
    numbers: [1],
  });
}

/** Live against hindsight, in words. */
export function backtestText(series: readonly SeriesBacktest[], looks: number, dated: boolean): string {
  return series.map((each) => sentence(each, looks, dated)).join("\n");
}

function sentence(
  { alarms, alarmsPerMonth, confirmed, events, ...names }: SeriesBacktest,
  looks: number,
  dated: boolean,
): string {
  const known = events.filter(({ knownAt }) => !Number.isNaN(knownAt));
  const delays = known.map(({ delay }) => delay).sort((a, b) => a - b);
  const noticed =
    events.length === 0
      ? "hindsight sees no anomaly in the time watched"
      : `${known.length} of the ${events.length} anomalies of hindsight would have been known${delays.length > 0 ? `, half of them within ${duration(delays[Math.floor((delays.length - 1) / 2)], dated)} of their beginning` : ""}`;
  const raised =
    alarms.length === 0
      ? "no alarm would have been raised"
      : `${alarms.length === 1 ? "1 alarm" : `${alarms.length} alarms`} would have been raised, ${alarmsPerMonth.toFixed(1)} ${dated ? "a month" : "in 1000 records"}, of which hindsight confirms ${Math.round(confirmed * 100)} %`;
  return `${nameOf(names)}, seen at ${looks} moments with nothing but the past: ${noticed}; ${raised}.`;
}

function nameOf({ kpi, series }: Pick<SeriesBacktest, "kpi" | "series">): string {
  return series === "" ? kpi : `${kpi} of ${series}`;
}

function duration(time: number, dated: boolean): string {
  if (!dated) return `${Math.round(time)} records`;
  const hours = time / 3_600_000;
  if (hours < 1) return `${Math.round(hours * 60)} minutes`;
  return hours < 72 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
}
