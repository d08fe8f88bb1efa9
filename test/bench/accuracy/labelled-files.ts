import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { seriesOf } from "../../../kernel-lib/src/io/series.js";
import type { LabelledSeries } from "../generated/labelled-series.js";

/** Labelled series of a data folder: `labels.json` names files and their anomalous ranges, `vus-windows.json` the windows. */
export function labelledFiles(folder: string): (LabelledSeries & { readonly source: string })[] {
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const labels = labelledMoments(folder);
  const windows = JSON.parse(read("vus-windows.json")) as Record<string, number>;
  return Object.keys(labels)
    .sort()
    .map((file) => {
      const series = seriesOf(readTable(read(file)), "value");
      const marks = new Uint8Array(series.time.length);
      for (const [from, to] of labels[file])
        series.time.forEach((time, i) => (marks[i] ||= time >= from && time <= to ? 1 : 0));
      return { name: file, source: file.split("/")[0], series, labels: marks, window: windows[file] };
    });
}

/** First and last moments of what `labels.json` calls abnormal, in milliseconds, by file. */
export function labelledMoments(folder: string): Record<string, [number, number][]> {
  const labels = JSON.parse(readFileSync(join(folder, "labels.json"), "utf8")) as Record<string, [string, string][]>;
  return Object.fromEntries(
    Object.entries(labels).map(([file, spans]) => [file, spans.map(([from, to]) => [moment(from), moment(to)])]),
  );
}

/** Labels carry no offset: wall-clock times as in the file, UTC where the file counts seconds. */
function moment(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(" ", "T").replace(/Z$/, "")}Z`);
}
