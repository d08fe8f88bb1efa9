import { parseArgs } from "node:util";
import { analyseSeries, decisionOptions } from "../../kernel-lib/src/analyse-series.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { decide } from "../../kernel-lib/src/decide/decide.js";
import { expectedFalseAlarms } from "../../kernel-lib/src/decide/score/false-alarm-dial.js";
import { nullSeries } from "./generated/null-series.js";
import { wildNullSeries } from "./generated/wild-null-series.js";

/*
 * npm run bench -- dial [--seed 77] [--count 200]: false alarms that the assumptions promise, beside those counted, a series,
 * on generated series in which nothing happens and which took no part in the calibration.
 */

const { values: options } = parseArgs({
  options: { seed: { type: "string", default: "77" }, count: { type: "string", default: "200" } },
});
const [seed, count] = [Number(options.seed), Number(options.count)];
const SENSITIVITIES = [30, 40, 50, 60, 70];

interface Told {
  readonly promised: number;
  readonly counted: number;
}

const config = resolveConfig({ mode: "auto", votes: false });
for (const [name, items] of [
  ["usual series without events", nullSeries(count, seed)],
  ["those most like events", wildNullSeries(count, seed)],
] as const) {
  const told = new Map<string, Map<number, Told[]>>();
  for (const { series } of items) {
    const { report } = await analyseSeries({ series, lines: series.records, decimals: 3, config });
    if (!report.pattern) continue;
    const pace = report.pattern.rhythm === "minutes" ? "minutes" : "hours and longer";
    for (const sensitivity of SENSITIVITIES) {
      const { incidents } = decide(report, { ...decisionOptions(config, series.kpi), sensitivity });
      const counted = incidents.filter(({ kind }) => kind !== "missing").length;
      const promised = expectedFalseAlarms(sensitivity, report.pattern.rhythm, series.values.length);
      const own = told.get(pace) ?? new Map<number, Told[]>();
      told.set(pace, own.set(sensitivity, [...(own.get(sensitivity) ?? []), { promised, counted }]));
    }
  }
  for (const [pace, bySensitivity] of told)
    for (const [sensitivity, all] of bySensitivity) {
      const mean = (part: keyof Told): string => (all.reduce((sum, one) => sum + one[part], 0) / all.length).toFixed(3);
      console.log(
        `${name}, ${pace} (${all.length}), sensitivity ${sensitivity}: promised ${mean("promised")}, counted ${mean("counted")}`,
      );
    }
}
