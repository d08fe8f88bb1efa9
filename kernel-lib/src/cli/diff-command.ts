import type { Command } from "commander";
import { compareReports, type IncidentChange, type ReportComparison } from "../evaluate/compare-reports.js";
import type { ConfigOptions } from "./config-options.js";
import { fileCommand } from "./file-command.js";

interface DiffOptions extends ConfigOptions {
  readonly json?: boolean;
}

/** `kpi-anomaly diff EARLIER LATER`: which incidents are new, gone or changed from one export to the next. */
export function diffCommand(): Command {
  return fileCommand<DiffOptions>(
    "diff",
    "Compare two exports of the same KPIs: new, gone and changed incidents.",
    async (earlier, options, work, [later]) => {
      const before = await work.detect((await work.read(earlier)).table);
      const after = await work.detect((await work.read(later)).table);
      const found = compareReports(before, after);
      const dated = after.date !== null;
      const incidents = found.incidents.map((change) => ({
        ...change,
        start: moment(change.start, dated),
        end: moment(change.end, dated),
      }));
      return options.json ? `${JSON.stringify({ ...found, incidents }, null, 2)}\n` : inWords(found, dated);
    },
    { name: "<later>", description: "the later file; the first one is the earlier" },
  ).option("--json", "print one JSON object");
}

function inWords({ text, incidents, newSeries, goneSeries }: ReportComparison, dated: boolean): string {
  const title = ({ kpi, series }: { kpi: string; series: string }): string =>
    series === "" ? kpi : `${kpi} of ${series}`;
  const told = incidents.filter(({ kind }) => kind !== "same");
  const line = (change: IncidentChange): string => {
    const { severity, reason } = (change.after ?? change.before)!;
    const span =
      change.start === change.end
        ? moment(change.start, dated)
        : `${moment(change.start, dated)} – ${moment(change.end, dated)}`;
    const was = change.kind === "changed" ? ` (was ${change.before!.severity})` : "";
    return `  ${change.kind.padEnd(12)} ${title(change)}, ${span}: severity ${severity}${was}. ${reason}`;
  };
  const series = [
    ...newSeries.map((one) => `  new series   ${title(one)}`),
    ...goneSeries.map((one) => `  gone series  ${title(one)}`),
  ];
  return [text, ...told.map(line), ...series, ""].join("\n");
}

function moment(time: number, dated: boolean): string {
  return dated
    ? new Date(time).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : `record ${time + 1}`;
}
