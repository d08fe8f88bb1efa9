import { periodPerAlarm } from "../analyses/period-per-alarm.js";
import type { Catalogue } from "../catalogue.js";
import type { Writer } from "../writer.js";

export const labels: Catalogue["labels"] = {
  ourFault: "This is a fault of ours, please report it.",
  standardInput: "standard input",
  severity: "severity",
  from: "from",
  to: "to",
  when: "when",
  row: "row",
  kpi: "KPI",
  actual: "actual",
  expected: "expected",
  offBy: "off by",
  why: "why",
  points: "points",
  assumptions: "Assumptions",
  note: "Note",
  moments: "At the same time",
  incidents: "Incidents, worst first",
  segment: "segment",
  difference: "difference",
  ofTotal: "of the total",
  ofStandingOut: "of what stands out",
  new: "new",
  gone: "gone",
  changed: "changed",
  "out of range": "out of range",
  newSeries: "new series",
  goneSeries: "gone series",
  featureShares: "Share of each feature in the scores",
  noFeatures: "None of the detectors that look at features flagged it.",
  noSingleFeature: "no single feature changes its score",
  exactly: "exact",
  byLeavingOut: "by leaving each feature out",
  noDate: "no date column",
  series: "series",
  course: "course",
  missing: "missing",
  least: "min",
  median: "median",
  most: "max",
  spread: "spread",
  seasons: "repeats",
  trend: "trend overall",
  none: "none",
  up: "up",
  down: "down",
  toLookAt: "To look at",
  suggestions: "Suggestions",
  insights: "What the analyses say",
  willAssume: "Detection will assume",
  batch: "KPI anomalies over all files",
  file: "file",
  notAnalysed: "Not analysed",
};

const incidents = (count: number, write: Writer): string =>
  count === 0 ? "No incidents" : write.counted(count, "incident", "incidents");

/** Fewer false alarms than this in a whole file have no period that a reader could check. */
const RARELY = 1 / 3;

export const phrases: Catalogue["phrases"] = {
  kernelInstalled: ({ folder }) => `Installed the kernel in ${folder}.`,
  kernelRemoved: ({ folder }) => `Removed the kernel from ${folder}.`,
  runningCell: ({ cell, of }) => `Running cell ${cell} of ${of}`,
  found: ({ incidents: count, file, rows }, write) =>
    `${file === null ? "" : `${file}: `}${file === null ? incidents(count, write) : incidents(count, write).replace("No", "no")} in ${write.counted(rows, "row", "rows")}.`,
  foundInSeries: ({ moments: count, affected, rows, series }, write) =>
    series === 1 || count === 0
      ? `${incidents(count, write)} in ${write.counted(rows, "row", "rows")}${series === 1 ? "" : ` and ${write.count(series)} series`}.`
      : `${write.counted(count, "moment", "moments")} in ${write.counted(affected, "KPI", "KPIs")}; looked at: ${write.counted(rows, "row", "rows")} of ${write.count(series)} KPIs.`,
  caption: ({ incidents: count, kpi, series, file, worst }, write) =>
    `${incidents(count, write)} in ${series === 1 ? kpi : `${series} series`} of ${file}.${worst === null ? "" : ` The ${worst} worst:`}`,
  falseAlarmRate: ({ expected, days }, write) => {
    if (expected < RARELY) return "less than 1 false alarm in this file";
    const [length, unit] = periodPerAlarm(days / expected);
    if (days > 0 && expected < days) return `about 1 false alarm in ${write.counted(length, unit, `${unit}s`)}`;
    return `about ${write.number(Number(expected.toPrecision(2)))} false alarms in these rows`;
  },
  firstOf: ({ shown, of }, write) => `The first ${write.count(shown)} of ${write.count(of)} series.`,
  trendBy: ({ direction, change }) => `${direction} by ${change}`,
  more: ({ count }, write) => `… and ${write.count(count)} more`,
  moreSeries: ({ count }, write) => `${write.count(count)} more series with incidents are not shown.`,
  quietSeries: ({ count }, write) => `${write.count(count)} other series without incidents.`,
  tooFew: ({ file, rows, needed }, write) =>
    `${file === null ? "Not judged" : `${file}: not judged`}, ${write.counted(rows, "row is", "rows are")} too few (${needed} needed).`,
  notJudged: ({ series, values, needed, standout }, write) =>
    `${series}: not judged, ${write.counted(values, "value is", "values are")} too few (${needed} needed).${standout === null ? "" : ` One value stands out by far: ${standout.value} (${standout.when}), all others are near ${standout.others}.`}`,
  nothingFound: ({ series }) => `${series}: no incidents.`,
  incidentsOf: ({ file }) => `KPI anomalies: ${file}`,
  changed: ({ from, to }) => `severity ${to} (was ${from})`,
  table: ({ file, rows, cadence, kpis, key, shown }, write) => {
    const rate = cadence === null ? null : write.rate(cadence);
    const parts = [
      `${file}: ${write.counted(rows, "row", "rows")}`,
      cadence === null ? "no date column" : rate === null ? "at irregular intervals" : `one ${rate}`,
      kpis.length === 0 ? "no KPI column" : `${kpis.length === 1 ? "KPI" : "KPIs"} ${write.list(kpis, 8)}`,
      ...(key === null ? [] : [`one series for each ${key}`]),
    ];
    return `${parts.join("; ")}.${shown < rows ? ` The first ${shown}:` : ""}`;
  },
  batchFound: ({ incidents: count, affected, series, rows, jobs }, write) =>
    `${incidents(count, write)} in ${write.count(affected)} of ${write.count(series)} series (${write.counted(rows, "value", "values")} from ${write.counted(jobs, "job", "jobs")}).`,
  withdrawn: ({ incidents: count, series }, write) =>
    `${write.counted(count, "further incident does", "further incidents do")} not stand out of what ${write.count(series)} series give by chance.`,
  jobsMissing: ({ jobs }, write) =>
    `${write.counted(jobs, "job is", "jobs are")} not done yet; the same command goes on with ${jobs === 1 ? "it" : "them"}.`,
  givenUp: ({ tries, reason }, write) => `Given up after ${write.counted(tries, "try", "tries")}: ${reason}`,
  jobEnded: ({ code, signal }) =>
    signal === null ? `The process ended with code ${code}.` : `The process was ended by ${signal}.`,
  workerLost: () => "The worker that did it was lost.",
  momentOf: ({ files, series, first }, write) =>
    `${write.count(series)} series in ${write.counted(files, "file", "files")}, first ${first}.`,
  batchProgress: ({ done, of, rate, left }, write) =>
    `${write.count(done)} of ${write.count(of)}${rate === null ? "" : `, ${write.number(rate)} a second`}${left === null ? "" : `, ${duration(left, write)} left`}.`,
  batchStopped: ({ done, of }, write) =>
    `Stopped after ${write.count(done)} of ${write.count(of)}. What is done is kept; the same command goes on from there.`,
  batchGivenUp: ({ jobs }, write) =>
    `${write.counted(jobs, "job was", "jobs were")} given up; summary.html and failed/ say why.`,
  longRun: ({ seconds, detectors, secondsWithout, rows, series }, write) =>
    `This will take about ${duration(seconds, write)}${detectors.length === 0 ? "" : `, most of it ${write.list(detectors)}`}: ${write.counted(rows, "row", "rows")}${series === 1 ? "" : ` in each of ${write.count(series)} series`}.${detectors.length === 0 ? "" : ` Without ${detectors.length === 1 ? "it" : "them"} about ${duration(secondsWithout, write)}: name the others with --detectors.`}`,
};

/** Seconds, roughly. */
function duration(seconds: number, write: Writer): string {
  if (seconds < 90) return `${write.count(Math.ceil(seconds))} s`;
  if (seconds < 5400) return `${write.count(Math.round(seconds / 60))} min`;
  return `${write.number(Number((seconds / 3600).toPrecision(2)))} h`;
}
