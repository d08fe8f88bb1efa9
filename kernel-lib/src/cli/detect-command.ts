import { Command } from "commander";
import type { Config } from "../config/config.js";
import { parseFeedback, withFeedback, type Feedback } from "../decide/incident/feedback.js";
import { annotatedCsv } from "../export/annotated-csv.js";
import { anomaliesCsv } from "../export/anomalies-csv.js";
import { cleanCsv } from "../export/clean-csv.js";
import { reportCells } from "../export/report-cells.js";
import { reportHtml } from "../export/report-html.js";
import { reportMarkdown } from "../export/report-markdown.js";
import { reportSummary } from "../export/report-summary.js";
import { reportText } from "../export/report-text.js";
import { scoresCsv } from "../export/scores-csv.js";
import { readBytes } from "../read-bytes.js";
import { reshape } from "../reshape/reshape.js";
import { parseEventsCsv, parseICalendar } from "../season/parse-events.js";
import { detectOnWorkers } from "./detect-on-workers.js";
import { detectorConfig, withDetectorOptions, type DetectorOptions } from "./detector-options.js";
import { outputFiles } from "./output-files.js";
import { progressLine } from "./progress-line.js";
import { reshapeConfig, withReshapeOptions, type ReshapeOptions } from "./reshape-options.js";
import {
  configOf,
  feedbackBeside,
  filesRead,
  readInputTable,
  withTableOptions,
  type TableOptions,
} from "./table-options.js";

interface DetectOptions extends TableOptions, DetectorOptions, ReshapeOptions {
  readonly all?: boolean;
  readonly events?: string;
  readonly verdicts?: string | boolean;
  readonly anomalies?: string;
  readonly annotated?: string;
  readonly scores?: string;
  readonly clean?: string;
  readonly html?: string;
  readonly markdown?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly detect FILE`: the whole analysis, ranked incidents in words or JSON, and files on request. */
export function detectCommand(): Command {
  return withReshapeOptions(withDetectorOptions(withTableOptions(new Command("detect"))))
    .description("Find what is not normal: ranked incidents, and files on request.")
    .option("--all", "analyse every KPI, however many; otherwise the first 50")
    .option("--events <file>", "known events (CSV with date or start, end, name; or .ics): expected, never an anomaly")
    .option(
      "--verdicts [file]",
      "leave out what was marked as expected in VS Code; the file beside the data when none is named",
    )
    .option("--anomalies <file>", "write the anomalous records, original cells kept")
    .option("--annotated <file>", "write every record, original cells kept, with the verdict on each KPI")
    .option("--scores <file>", "write every record with all scores")
    .option("--clean <file>", "write the table as it was understood")
    .option("--html <file>", "write a report that opens without internet")
    .option("--markdown <file>", "write a summary in Markdown")
    .option("--json", "print one JSON object")
    .action(run);
}

async function run(file: string, options: DetectOptions): Promise<void> {
  const outputs = await outputFiles(
    {
      "--anomalies": options.anomalies,
      "--annotated": options.annotated,
      "--scores": options.scores,
      "--clean": options.clean,
      "--html": options.html,
      "--markdown": options.markdown,
    },
    [...filesRead(file, options), options.events, typeof options.verdicts === "string" ? options.verdicts : undefined],
  );
  const configured = reshapeConfig(detectorConfig(await configOf(options), options), options);
  const config = await withEvents(
    options.all ? { ...configured, mostKpis: Number.MAX_SAFE_INTEGER } : configured,
    options.events,
  );
  const progress = progressLine(process.stderr);
  try {
    progress.show({ step: `Reading ${file}`, fraction: 0 });
    const { table: read, bytes: original } = await readInputTable(file, config);
    const table = reshape(read, config);
    const found = await detectOnWorkers(table, config, { progress: progress.show });
    const report = withFeedback(found, await verdictsOf(file, options.verdicts));
    const cells = reportCells(report, table, original);
    await outputs.write("--anomalies", () => anomaliesCsv(...cells));
    await outputs.write("--annotated", () => annotatedCsv(...cells));
    await outputs.write("--scores", () => scoresCsv(report, table));
    await outputs.write("--clean", () => cleanCsv(report, table));
    await outputs.write("--html", () => reportHtml(report));
    await outputs.write("--markdown", () => reportMarkdown(report));
    progress.clear();
    process.stdout.write(options.json ? `${JSON.stringify(reportSummary(report), null, 2)}\n` : reportText(report));
  } finally {
    progress.clear();
  }
}

async function verdictsOf(file: string, given: string | boolean | undefined): Promise<Feedback[]> {
  if (!given) return [];
  return parseFeedback(new TextDecoder().decode(await readBytes(given === true ? feedbackBeside(file) : given)));
}

async function withEvents(config: Config, file: string | undefined): Promise<Config> {
  if (file === undefined) return config;
  const text = new TextDecoder().decode(await readBytes(file));
  const events = text.trimStart().startsWith("BEGIN:VCALENDAR") ? parseICalendar(text) : parseEventsCsv(text);
  const written = events.map(({ name, start, end }) => ({
    name,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  }));
  return { ...config, events: [...(config.events ?? []), ...written] };
}
