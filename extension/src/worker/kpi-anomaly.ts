import { annotatedCsv, anomaliesCsv, createCompute, createSeriesRunner, detect, detectors, kpiNames, featureText, readTable, recut, reportCells, reportHtml, reportMarkdown, reportToJson, reportTypescript, reshape, resolveConfig, type Report, type Table } from "kpi-anomaly";
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

/** Threads for the heavy detectors and for many KPIs, for the worker's life; they end with it. */
const compute = createCompute();
const crew = createSeriesRunner({ script: new URL("./series-worker.cjs", import.meta.url) });

/** Numbers in a file from which several KPIs are worth threads of their own: starting one takes as long as analysing a few thousand. */
const worthThreads = 20_000;

const isLarge = (table: Table): boolean => table.records * kpiNames(table).length >= worthThreads;

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
  detect: (table, config, hooks) => detect(table, config, { ...hooks, compute, runSeries: isLarge(table) ? crew.runSeries : undefined }),
  featureText,
  recut,
  export: (format, report, table, bytes) => exports[format](report, table, bytes),
  analyse: async (name, input) => await analyses[name](input, { compute, runSeries: crew.runSeries }),
};
