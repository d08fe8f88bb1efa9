import { whyText } from "../kernel-lib/src/words/analyses/why.js";
import { assumptionText } from "../kernel-lib/src/words/assumption.js";
import { reasonOf } from "../kernel-lib/src/words/incident.js";
import { warningText } from "../kernel-lib/src/words/warning.js";
import { describe, expect, it } from "vitest";
import type { Config } from "../kernel-lib/src/config/config.js";
import { detect } from "../kernel-lib/src/detect.js";
import { figureToSvg, reportHtml, reportMarkdown, reportSummary, reportText, whyAt } from "../kernel-lib/src/index.js";
import { timeline } from "../kernel-lib/src/plots/timeline.js";
import { tableFromColumns } from "../kernel-lib/src/adapters/table-from-columns.js";
import { readTable } from "../kernel-lib/src/io/read-table.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";
import type { Report } from "../kernel-lib/src/report.js";
import { hostileFile, hostileValues } from "./hostile-values.js";

const ROWS = 130;

/**
 * The numbers of a report that may be NaN, and why. Everything else is finite, and nothing is infinite. Arrays have one entry a
 * point: NaN in them says that the point has no value, or that nothing can be said of it.
 */
const MAY_BE_NAN = [
  /\.(values|expected|lower|upper|usual|usualLower|usualUpper|scores|combined)\[\]$/, // nothing known of a point
  /\.series\[\]\.threshold$/, // none by vote, nor where nothing was judged
  /\.detections\[\]\.threshold$/, // the detector did not run, or had nothing to judge
  /\.incidents\[\]\.(actual|expected)$/, // of values that are missing; nothing to compare with
  /\.explanation\.(lower|upper|deviation|deviationPercent)$/, // nothing to compare with; percent of nothing
];

function wrongNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") {
    if (Number.isFinite(value)) return [];
    return Number.isNaN(value) && MAY_BE_NAN.some((allowed) => allowed.test(path)) ? [] : [`${path}: ${value}`];
  }
  if (ArrayBuffer.isView(value)) return wrongNumbers(Array.from(value as Float64Array), path);
  if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => wrongNumbers(entry, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === "timings" ? [] : wrongNumbers(entry, `${path}.${key}`),
  );
}

const WRONG_WORDS = /.{0,60}\b(NaN|undefined|Infinity|null)\b.{0,40}/;

/** Everything that a person reads. */
function sentences(report: Report): string[] {
  return [
    ...report.series.flatMap((series) => series.incidents.map((incident) => reasonOf(incident, series))),
    ...report.assumptions.map((assumption) => assumptionText(assumption)),
    ...report.warnings.map((warning) => warningText(warning)),
    reportText(report),
    reportMarkdown(report),
    reportHtml(report),
    ...report.series.flatMap((series) =>
      series.values.length === 0 ? [] : whyAt(report, { line: series.lines[0] }).map((why) => whyText(why)),
    ),
    ...report.series.map(({ kpi, series }) => figureToSvg(timeline.draw(report, { kpi, series }))),
  ];
}

function faults(report: Report): string[] {
  const said = sentences(report).flatMap((text) => {
    const found = WRONG_WORDS.exec(text);
    return found ? [found[0]] : [];
  });
  const summary = JSON.parse(JSON.stringify(reportSummary(report))) as unknown;
  const severities = report.series.flatMap(({ kpi, incidents }) =>
    incidents.flatMap(({ severity, rank }, i) =>
      severity >= 0 && severity <= 100 && rank === i + 1 ? [] : [`${kpi}: severity ${severity}, rank ${rank}`],
    ),
  );
  const missing = report.series.flatMap((series) =>
    series.incidents.flatMap((incident) => {
      const { kpi, values } = series;
      const { kind, start, end, points } = incident;
      const reason = reasonOf(incident, series);
      const standing = values.subarray(start, end + 1).filter(Number.isFinite).length;
      return kind === "missing" && / values are missing/.test(reason) && standing > 0
        ? [`${kpi}: "${reason}" where ${standing} of ${points} stand`]
        : [];
    }),
  );
  return [...new Set([...wrongNumbers(report), ...wrongNumbers(summary), ...said, ...severities, ...missing])];
}

const CONFIGS: Record<string, Config> = {
  "by the combined score": { sensitivity: 80 },
  "from the past only": { baseline: "past", sensitivity: 90 },
  "by vote": { mode: "vote", consensus: 1 },
  "by vote, voters alone": {
    mode: "vote",
    consensus: 1,
    incidentGap: 3,
    detectors: { seasonalResidual: { enabled: false }, levelShift: { enabled: false }, flatRun: { enabled: false } },
  },
};

describe("a report holds nothing that is not so", () => {
  const time = Array.from({ length: ROWS }, (_, i) => new Date(Date.UTC(2024, 0, 1) + i * 86_400_000));
  describe.each(Object.entries(hostileValues(ROWS)))("of a KPI that is %s", (_name, kpi) => {
    it.each(Object.keys(CONFIGS))("%s", async (decision) => {
      const table = tableFromColumns({ time, kpi: kpi.map((value) => (Number.isNaN(value) ? null : value)) });
      if (table.columns.every(({ kind }) => kind !== "number")) return;
      const report = await detect(table, { ...CONFIGS[decision], columns: { kpis: ["kpi"] } });
      expect(faults(report)).toEqual([]);
    });
  });

  it("of damaged files with several KPIs", async () => {
    const random = createRandom("damaged");
    for (let i = 0; i < 12; i++) {
      const table = readTable(hostileFile(random, 60), { file: "damaged.csv" });
      const config = Object.values(CONFIGS)[i % 3];
      expect({ i, faults: faults(await detect(table, config)) }).toEqual({ i, faults: [] });
    }
  });
});
