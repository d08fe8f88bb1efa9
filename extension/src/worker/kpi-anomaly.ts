import {
  addVotes,
  annotatedCsv,
  anomaliesCsv,
  countSeries,
  createCompute,
  createFitCache,
  createSeriesRunner,
  detect,
  detectors,
  fixes,
  fixText,
  kpiNames,
  longRun,
  inspect,
  inspectionWithWords,
  open,
  openFile,
  rethreshold,
  reportCells,
  reportHtml,
  reportMarkdown,
  reportToJson,
  reportTypescript,
  neededSensitivity,
  whyAt,
  type Config,
  type Table,
} from "kpi-anomaly";
import { changedConfig } from "../configuration/library.js";
import type { TextExport } from "../../shared/protocol/index.js";
import { analyses } from "./analyses.js";
import type { AnalysedFile, Library } from "./library.js";
import { libraryLanguage, says } from "./library-words.js";

const exports: Readonly<Record<TextExport, (file: AnalysedFile, shown: Config) => string>> = {
  anomaliesCsv: ({ report, table, text }) => anomaliesCsv(...reportCells(report, table, text), libraryLanguage()),
  annotatedCsv: ({ report, table, text }) => annotatedCsv(...reportCells(report, table, text)),
  html: ({ report }) => reportHtml(report, libraryLanguage()),
  markdown: ({ report }) => reportMarkdown(report, libraryLanguage()),
  json: ({ report }) => reportToJson(report, libraryLanguage()),
  typescript: ({ report }, shown) => reportTypescript(report.source.file, changedConfig(shown)),
};

/** Threads for the heavy detectors and for many KPIs. */
const compute = createCompute();
const crew = createSeriesRunner({ script: new URL("./series-worker.cjs", import.meta.url) });

/** Numbers in a file from which several KPIs are worth threads of their own: starting one takes as long as analysing a few thousand. */
const worthThreads = 20_000;

const numbersIn = (table: Table): number => table.records * kpiNames(table).length;
const isLarge = (table: Table): boolean => numbersIn(table) >= worthThreads;

/** What was fitted to the file of this panel: detectors are switched without fitting them again. */
const cache = createFitCache();

/** The library as the worker uses it. */
export const kpiAnomaly: Library = {
  register: detectors,
  open: ({ bytes, file, path }, config) =>
    path === undefined ? open(bytes, config, file) : openFile(path, config, file),
  inspect: (table) => inspectionWithWords(inspect(table), libraryLanguage()),
  detect: async (table, config, hooks) => {
    try {
      return await detect(table, config, {
        ...hooks,
        ...{ cache, compute },
        runSeries: isLarge(table) ? crew.runSeries : undefined,
      });
    } finally {
      // A panel stays open all day: what only a run needs goes with it.
      await crew.retire();
    }
  },
  announce: async (table, config) => {
    const long = await longRun(table, config, compute.threads);
    return long ? says.longRun(long) : "";
  },
  countSeries,
  addVotes: (table, config, report, series) => addVotes(table, config, report, series, { compute }),
  why: (report, line) =>
    whyAt(report, { line }).map((answer) => ({
      text: says.why(answer),
      index: report.series.findIndex(({ kpi, series }) => kpi === answer.kpi && series === answer.series),
      time: answer.time,
      flagged: answer.flagged,
      needed: answer.neededSensitivity,
    })),
  neededSensitivity,
  fixes: (table, report) =>
    fixes(table, report).map((fix) => ({ kind: fix.kind, changes: fix.changes, ...fixText(fix, libraryLanguage()) })),
  rethreshold,
  export: (format, file, shown) => exports[format](file, shown),
  analyse: async (name, input) => {
    try {
      return await analyses[name](input, { compute, runSeries: crew.runSeries });
    } finally {
      await crew.retire();
    }
  },
};
