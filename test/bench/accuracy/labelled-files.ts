import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { seriesOf } from "../../../kernel-lib/src/io/series.js";
import type { LabelledSeries } from "../generated/labelled-series.js";

/** Labelled series of a data folder: `labels.json` names files and their anomalous ranges, `vus-windows.json` the windows. */
export function labelledFiles(folder: string): (LabelledSeries & { readonly source: string })[] {
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const labels = JSON.parse(read("labels.json")) as Record<string, [string, string][]>;
  const windows = JSON.parse(read("vus-windows.json")) as Record<string, number>;
  return Object.keys(labels)
    .sort()
    .map((file) => {
      const series = seriesOf(readTable(read(file)), "value");
      const marks = new Uint8Array(series.time.length);
      for (const [start, end] of labels[file]) {
        const [from, to] = [moment(start), moment(end)];
        series.time.forEach((time, i) => (marks[i] ||= time >= from && time <= to ? 1 : 0));
      }
      return { name: file, source: file.split("/")[0], series, labels: marks, window: windows[file] };
    });
}

/** Labels carry no offset: wall-clock times as in the file, UTC where the file counts seconds. */
function moment(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(" ", "T").replace(/Z$/, "")}Z`);
}
