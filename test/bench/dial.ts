import { parseArgs } from "node:util";
import { analyseSeries, decisionOptions } from "../../kernel-lib/src/analyse-series.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { decide } from "../../kernel-lib/src/decide/decide.js";
import { expectedFalseAlarms } from "../../kernel-lib/src/decide/score/false-alarm-dial.js";
import { nullSeries, OTHER_LENGTHS } from "./generated/null-series.js";
import { wildNullSeries } from "./generated/wild-null-series.js";

/*
 * npm run bench -- dial [--seed 77] [--count 200]: false alarms that the assumptions promise, beside those counted, a series,
 * on generated series in which nothing happens and which took no part in the calibration, by kind and all together (what is
 * promised: the mean over all that a KPI may be). No series counts for more than five.
 */

const { values: options } = parseArgs({
  options: { seed: { type: "string", default: "77" }, count: { type: "string", default: "216" } },
});
const [seed, count] = [Number(options.seed), Number(options.count)];
const SENSITIVITIES = [30, 40, 50, 60, 70];

interface Told {
  readonly promised: number;
  readonly counted: number;
}

/** As in the calibration: no series counts for more. */
const MOST_OF_ONE = 5;

const config = resolveConfig({ mode: "auto", votes: false });
const told = new Map<string, Map<number, Told[]>>();
const add = (what: string, sensitivity: number, one: Told): void => {
  const own = told.get(what) ?? new Map<number, Told[]>();
  told.set(what, own.set(sensitivity, [...(own.get(sensitivity) ?? []), one]));
};
for (const [name, items] of [
  ["usual series without events", nullSeries(count, seed)],
  ["short and long ones", nullSeries(count, seed, OTHER_LENGTHS)],
  ["those most like events", wildNullSeries(count, seed)],
] as const) {
  for (const { series } of items) {
    const { report } = await analyseSeries({ series, lines: series.records, decimals: 3, config });
    if (!report.pattern) continue;
    const pace = report.pattern.rhythm === "minutes" ? "minutes" : "hours and longer";
    for (const sensitivity of SENSITIVITIES) {
      const { incidents } = decide(report, { ...decisionOptions(config, series.kpi), sensitivity });
      const counted = Math.min(MOST_OF_ONE, incidents.filter(({ kind }) => kind !== "missing").length);
      const promised = expectedFalseAlarms(sensitivity, report.pattern.rhythm, series.values.length);
      add(`${name}, ${pace}`, sensitivity, { promised, counted });
      add(`all together, ${pace}`, sensitivity, { promised, counted });
    }
  }
}
for (const [what, bySensitivity] of told)
  for (const [sensitivity, all] of bySensitivity) {
    const mean = (part: keyof Told): string => (all.reduce((sum, one) => sum + one[part], 0) / all.length).toFixed(3);
    console.log(
      `${what} (${all.length}), sensitivity ${sensitivity}: promised ${mean("promised")}, counted ${mean("counted")}`,
    );
  }
