import { Command } from "commander";
import type { Config, EntryConfig, Mode } from "../config/config.js";
import { detectors } from "../detectors/index.js";
import { InputError } from "../errors.js";
import { anomaliesCsv } from "../export/anomalies-csv.js";
import { cleanCsv } from "../export/clean-csv.js";
import { reportSummary } from "../export/report-summary.js";
import { reportText } from "../export/report-text.js";
import type { Report } from "../report.js";
import { scoresCsv } from "../export/scores-csv.js";
import { detectOnWorkers } from "./detect-on-workers.js";
import { progressLine } from "./progress-line.js";
import { reshape, withReshapeOptions, type ReshapeOptions } from "./reshape-options.js";
import { configOf, readInputTable, withTableOptions, type TableOptions } from "./table-options.js";
import { writeWhole } from "./write-whole.js";

interface DetectOptions extends TableOptions, ReshapeOptions {
  readonly detectors?: string;
  readonly mode?: Mode;
  readonly consensus?: number;
  readonly seed?: number;
  readonly anomalies?: string;
  readonly scores?: string;
  readonly clean?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly detect FILE`: the whole analysis, ranked incidents in words or JSON, and CSV files on request. */
export function detectCommand(): Command {
  return withReshapeOptions(withTableOptions(new Command("detect")))
    .description("Find what is not normal: ranked incidents, and CSV files on request.")
    .option("--detectors <ids>", `detectors to use, with commas between: ${Object.keys(detectors).join(",")}`)
    .option("--mode <mode>", "how to decide: vote")
    .option("--consensus <n>", "detectors that must agree in vote: 1 sensitive, 2 balanced, 3 strict", wholeNumber("--consensus"))
    .option("--seed <n>", "seed of everything random", wholeNumber("--seed"))
    .option("--anomalies <file>", "write the anomalous records, original cells kept")
    .option("--scores <file>", "write every record with all scores")
    .option("--clean <file>", "write the table as it was understood")
    .option("--json", "print one JSON object")
    .action(run);
}

async function run(file: string, options: DetectOptions): Promise<void> {
  const given = withDetectOptions(await configOf(options), options);
  const progress = progressLine(process.stderr);
  try {
    progress.show({ step: `Reading ${file}`, fraction: 0 });
    const { table: read, bytes: original } = await readInputTable(file, given);
    const { table, config } = reshape(read, given, options);
    const report = await detectOnWorkers(table, config, { progress: progress.show });
    if (options.anomalies !== undefined) await writeWhole(options.anomalies, table === read ? anomaliesCsv(report, original) : anomaliesCsv(asWritten(report), cleanCsv(report, table)), file);
    if (options.scores !== undefined) await writeWhole(options.scores, scoresCsv(report, table), file);
    if (options.clean !== undefined) await writeWhole(options.clean, cleanCsv(report, table), file);
    progress.clear();
    process.stdout.write(options.json ? `${JSON.stringify(reportSummary(report), null, 2)}\n` : reportText(report));
  } finally {
    progress.clear();
  }
}

/** Records that were put together are not those of the file: they stand as `cleanCsv` writes them. */
function asWritten(report: Report): Report {
  return { ...report, source: { ...report.source, encoding: "utf-8", delimiter: ",", decimal: ".", header: true } };
}

function withDetectOptions(config: Config, { detectors: ids, mode, consensus, seed }: DetectOptions): Config {
  return {
    ...config,
    ...(mode === undefined ? {} : { mode }),
    ...(consensus === undefined ? {} : { consensus }),
    ...(seed === undefined ? {} : { seed }),
    ...(ids === undefined ? {} : { detectors: chosen(ids.split(",").map((id) => id.trim()), config.detectors) }),
  };
}

function chosen(ids: readonly string[], configured: Config["detectors"]): Record<string, EntryConfig> {
  const unknown = ids.find((id) => !Object.hasOwn(detectors, id));
  if (unknown !== undefined) throw new InputError("bad_option", `There is no detector "${unknown}".`, `Known are ${Object.keys(detectors).join(", ")}.`);
  return Object.fromEntries(Object.keys(detectors).map((id) => [id, { ...configured?.[id], enabled: ids.includes(id) }]));
}

function wholeNumber(option: string): (text: string) => number {
  return (text) => {
    if (!/^\d{1,15}$/.test(text)) throw new InputError("bad_option", `${option} needs a whole number, not "${text}".`, `For example ${option} 2.`);
    return Number(text);
  };
}
