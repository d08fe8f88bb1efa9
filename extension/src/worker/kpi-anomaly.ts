import { annotatedCsv, anomaliesCsv, compare, detect, detectors, InputError, readTable, recut, reportHtml, reportMarkdown, reportToJson, reportTypescript, resolveConfig, stability, type Report } from "kpi-anomaly";
import type { AnalysisName, TextExport } from "../protocol.js";
import { writableConfig } from "./describe.js";
import type { AnalysisInput, Library } from "./library.js";

const middle = 50;

const exports: Readonly<Record<TextExport, (report: Report, bytes: Uint8Array) => string>> = {
  anomaliesCsv,
  annotatedCsv,
  html: reportHtml,
  markdown: reportMarkdown,
  json: reportToJson,
  typescript: (report) => reportTypescript(report.source.file, writableConfig(report)),
};

const analyses: Readonly<Record<Exclude<AnalysisName, "overview">, (input: AnalysisInput) => unknown>> = {
  compare: ({ report, series }) => compare(report, report.series[series]),
  stability: ({ table, report, signal, progress }) => stability(table, writableConfig(report), { runs: 3, signal, progress }),
  profile: () => notThere("profile"),
};

function notThere(name: string): never {
  throw new InputError("bad_option", `The library of this version has no ${name}.`, "Update the extension.");
}

/** The library as the worker uses it. */
export const kpiAnomaly: Library = {
  register: detectors,
  readTable: (bytes, file, config) => {
    const { columns, read } = resolveConfig(config);
    return readTable(bytes, {
      file,
      delimiter: read.delimiter ?? undefined,
      decimal: read.decimal ?? undefined,
      dateFormat: read.dateFormat ?? undefined,
      missing: read.missing,
      date: columns.date ?? undefined,
      kpis: columns.kpis ?? undefined,
      key: columns.key ?? undefined,
    });
  },
  detect,
  recut: (report, { consensus, detectors: counted }) => recut(report, { consensus, detectors: counted }),
  sensitivity: () => middle,
  export: (format, report, bytes) => exports[format](report, bytes),
  analyse: (name, input) => analyses[name](input),
};
