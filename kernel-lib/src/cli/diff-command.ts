import { Command } from "commander";
import { compareReports, type IncidentChange, type ReportComparison } from "../evaluate/compare-reports.js";
import type { Report } from "../report.js";
import { reshape } from "../reshape/reshape.js";
import { detectOnWorkers } from "./detect-on-workers.js";
import { progressLine } from "./progress-line.js";
import { reshapeConfig, withReshapeOptions, type ReshapeOptions } from "./reshape-options.js";
import { configOf, readInputTable, withTableOptions, type TableOptions } from "./table-options.js";

interface DiffOptions extends TableOptions, ReshapeOptions {
  readonly json?: boolean;
}

/** `kpi-anomaly diff EARLIER LATER`: which incidents are new, gone or changed from one export to the next. */
export function diffCommand(): Command {
  return withReshapeOptions(withTableOptions(new Command("diff")))
    .description("Compare two exports of the same KPIs: new, gone and changed incidents.")
    .argument("<later>", "the later file; the first one is the earlier")
    .option("--json", "print one JSON object")
    .action(run);
}

async function run(earlier: string, later: string, options: DiffOptions): Promise<void> {
  const progress = progressLine(process.stderr);
  try {
    const config = reshapeConfig(await configOf(options), options);
    const reportOn = async (file: string): Promise<Report> => {
      progress.show({ step: `Reading ${file}`, fraction: 0 });
      const table = reshape((await readInputTable(file, config)).table, config);
      return detectOnWorkers(table, config, { progress: progress.show });
    };
    const before = await reportOn(earlier);
    const after = await reportOn(later);
    const found = compareReports(before, after);
    const dated = after.date !== null;
    progress.clear();
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ ...found, incidents: found.incidents.map((change) => ({ ...change, start: moment(change.start, dated), end: moment(change.end, dated) })) }, null, 2)}\n`
        : inWords(found, dated),
    );
  } finally {
    progress.clear();
  }
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
