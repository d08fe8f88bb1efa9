import type { ProgressFacts } from "../../../kernel-lib/src/progress.js";
import { berlin, type Examples } from "./examples.js";

export const progress: Examples<ProgressFacts> = {
  reading: [{ file: "sales.csv" }],
  season: [{ kpi: "revenue", series: "" }, berlin],
  detector: [
    { detector: "oneClassSvm", title: "One-Class SVM", seconds: 95, kpi: "revenue", series: "Berlin" },
    { detector: "zScore", title: "Z-score", seconds: null, kpi: "revenue", series: "" },
  ],
  series: [{ kpi: "revenue", series: "Berlin" }],
  wholeFile: [{}],
  look: [{ look: 3, of: 20 }],
  refit: [
    { run: 3, of: 40, how: "seed" },
    { run: 4, of: 40, how: "a way of one's own" },
  ],
  planting: [{ what: "levelShift" }],
  trying: [{ title: "Z-score", option: "threshold", value: 3.5 }],
  done: [{}],
};
