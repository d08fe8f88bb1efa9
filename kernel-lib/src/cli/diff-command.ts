import { Command } from "commander";
import { compareReports, type IncidentChange } from "../evaluate/compare-reports.js";
import type { Incident, Report } from "../report.js";
import { reshape } from "../reshape/reshape.js";
import { diffLines, diffText } from "../words/diff.js";
import { reasonOf } from "../words/incident.js";
import type { Language } from "../words/language.js";
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
    const { language } = options;
    progress.clear();
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ ...found, text: diffText(found, language), incidents: found.incidents.map((change) => withWords(change, before, after, language)) }, null, 2)}\n`
        : `${diffLines(found, before, after, language).join("\n")}\n`,
    );
  } finally {
    progress.clear();
  }
}

/** A change with its moments as text and the sentences of its incidents. */
function withWords(change: IncidentChange, before: Report, after: Report, language?: Language): object {
  const told = (report: Report, incident: Incident | null): object | null => {
    const series = report.series.find(({ kpi, series: key }) => kpi === change.kpi && key === change.series);
    return incident && series ? { ...incident, reason: reasonOf(incident, series, language) } : incident;
  };
  const dated = after.date !== null;
  return {
    ...change,
    start: moment(change.start, dated),
    end: moment(change.end, dated),
    before: told(before, change.before),
    after: told(after, change.after),
  };
}

function moment(time: number, dated: boolean): string {
  return dated
    ? new Date(time).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : `record ${time + 1}`;
}
