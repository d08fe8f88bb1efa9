import type { PhraseFacts } from "../../../kernel-lib/src/words/subjects/documents.js";
import type { Examples } from "./examples.js";

export const phrases: Examples<PhraseFacts> = {
  kernelInstalled: [{ folder: "/home/me/.local/share/jupyter/kernels/kpi-typescript" }],
  kernelRemoved: [{ folder: "/home/me/.local/share/jupyter/kernels/kpi-typescript" }],
  runningCell: [{ cell: 2, of: 14 }],
  batchFound: [
    { incidents: 12, affected: 9, series: 2000, rows: 730_000, jobs: 2000 },
    { incidents: 0, affected: 0, series: 1, rows: 1, jobs: 1 },
  ],
  withdrawn: [
    { incidents: 4, series: 2000 },
    { incidents: 1, series: 50 },
  ],
  jobsMissing: [{ jobs: 1 }, { jobs: 12 }],
  givenUp: [{ tries: 3, reason: "The process was ended by SIGABRT." }],
  jobEnded: [
    { code: null, signal: "SIGABRT" },
    { code: 134, signal: null },
  ],
  workerLost: [{}],
  momentOf: [{ files: 3, series: 5, first: "store-1.csv: sales" }],
  batchProgress: [
    { done: 312, of: 2000, rate: 14.2, left: 119 },
    { done: 0, of: 2000, rate: null, left: null },
    { done: 312, of: 2000, rate: 1, left: 9000 },
  ],
  batchStopped: [{ done: 312, of: 2000 }],
  batchGivenUp: [{ jobs: 1 }, { jobs: 3 }],
  longRun: [
    { seconds: 4000, detectors: ["One-Class SVM"], secondsWithout: 40, rows: 10_000_000, series: 1, option: null },
    {
      seconds: 4000,
      detectors: ["One-Class SVM", "Local Outlier Factor"],
      secondsWithout: 40,
      rows: 10_000_000,
      series: 1,
      option: "--detectors",
    },
    { seconds: 200, detectors: [], secondsWithout: 200, rows: 2000, series: 10_000, option: "--detectors" },
  ],
  found: [
    { incidents: 0, file: "sales.csv", rows: 5105 },
    { incidents: 1, file: null, rows: 1 },
  ],
  falseAlarmRate: [
    { expected: 0.4, days: 731 },
    { expected: 0.05, days: 2167 },
    { expected: 3.21, days: 0 },
  ],
  foundInSeries: [
    { moments: 3, affected: 1, rows: 5105, series: 1 },
    { moments: 0, affected: 0, rows: 5105, series: 6 },
    { moments: 2, affected: 3, rows: 5105, series: 6 },
  ],
  caption: [
    { incidents: 20, kpi: "revenue", series: 1, file: "sales.csv", worst: 12 },
    { incidents: 0, kpi: "revenue", series: 3, file: "sales.csv", worst: null },
  ],
  firstOf: [{ shown: 20, of: 60 }],
  trendBy: [
    { direction: "up", change: "1.2M" },
    { direction: "down", change: "3" },
  ],
  more: [{ count: 1200 }],
  moreSeries: [{ count: 1 }, { count: 4 }],
  quietSeries: [{ count: 1 }, { count: 4 }],
  tooFew: [
    { file: "sales.csv", rows: 18, needed: 24 },
    { file: null, rows: 1, needed: 24 },
  ],
  notJudged: [
    { series: "revenue", values: 1, needed: 24, standout: null },
    {
      series: "revenue",
      values: 18,
      needed: 24,
      standout: { value: "900", when: "1 Mar 2024", others: "100" },
    },
  ],
  nothingFound: [{ series: "revenue" }],
  incidentsOf: [{ file: "sales.csv" }],
  changed: [{ from: 40, to: 70 }],
  table: [
    { file: "sales.csv", rows: 5105, cadence: "daily", kpis: ["a", "b"], key: "store", shown: 10 },
    { file: "sales.csv", rows: 3, cadence: null, kpis: [], key: null, shown: 3 },
    { file: "sales.csv", rows: 3, cadence: "irregular", kpis: ["a"], key: null, shown: 3 },
  ],
};
