import { Command } from "commander";
import type { Config, EntryConfig, Mode } from "../config/config.js";
import { detect } from "../detect.js";
import { detectors } from "../detectors/index.js";
import { InputError } from "../errors.js";
import { anomaliesCsv } from "../export/anomalies-csv.js";
import { cleanCsv } from "../export/clean-csv.js";
import { reportSummary } from "../export/report-summary.js";
import { reportText } from "../export/report-text.js";
import { scoresCsv } from "../export/scores-csv.js";
import { createCompute } from "../parallel/compute.js";
import { progressLine } from "./progress-line.js";
import { configOf, readInputTable, withTableOptions, type TableOptions } from "./table-options.js";
import { writeWhole } from "./write-whole.js";

interface DetectOptions extends TableOptions {
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
  return withTableOptions(new Command("detect"))
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
  const config = withDetectOptions(await configOf(options), options);
  const progress = progressLine(process.stderr);
  const compute = createCompute();
  try {
    progress.show({ step: `Reading ${file}`, fraction: 0 });
    const { table, bytes } = await readInputTable(file, config);
    const report = await detect(table, config, { progress: progress.show, compute });
    if (options.anomalies !== undefined) await writeWhole(options.anomalies, anomaliesCsv(report, bytes), file);
    if (options.scores !== undefined) await writeWhole(options.scores, scoresCsv(report, table), file);
    if (options.clean !== undefined) await writeWhole(options.clean, cleanCsv(report, table), file);
    progress.clear();
    process.stdout.write(options.json ? `${JSON.stringify(reportSummary(report), null, 2)}\n` : reportText(report));
  } finally {
    compute.dispose();
    progress.clear();
  }
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
