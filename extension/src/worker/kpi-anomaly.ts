import { annotatedCsv, anomaliesCsv, createCompute, detect, detectors, readTable, recut, reportCells, reportHtml, reportMarkdown, reportToJson, reportTypescript, reshape, resolveConfig, type Report, type Table } from "kpi-anomaly";
import type { TextExport } from "../protocol.js";
import { analyses } from "./analyses.js";
import { writableConfig } from "./describe.js";
import type { Library } from "./library.js";

const exports: Readonly<Record<TextExport, (report: Report, table: Table, bytes: Uint8Array) => string>> = {
  anomaliesCsv: (...all) => anomaliesCsv(...reportCells(...all)),
  annotatedCsv: (...all) => annotatedCsv(...reportCells(...all)),
  html: reportHtml,
  markdown: reportMarkdown,
  json: reportToJson,
  typescript: (report) => reportTypescript(report.source.file, writableConfig(report)),
};

/** Threads for the heavy detectors, for the worker's life. */
const compute = createCompute();

/** The library as the worker uses it. */
export const kpiAnomaly: Library = {
  register: detectors,
  readTable: (bytes, file, config) => {
    const { columns, read } = resolveConfig(config);
    const table = readTable(bytes, {
      file,
      delimiter: read.delimiter ?? undefined,
      decimal: read.decimal ?? undefined,
      dateFormat: read.dateFormat ?? undefined,
      missing: read.missing,
      date: columns.date ?? undefined,
      kpis: columns.kpis ?? undefined,
      key: columns.key ?? undefined,
    });
    return reshape(table, config);
  },
  detect: (table, config, hooks) => detect(table, config, { ...hooks, compute }),
  recut,
  export: (format, report, table, bytes) => exports[format](report, table, bytes),
  analyse: async (name, input) => await analyses[name](input, compute),
};
