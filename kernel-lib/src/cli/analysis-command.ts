import { Command } from "commander";
import type { Config } from "../config/config.js";
import type { Progress } from "../detect.js";
import { displayOf } from "../display/with-display.js";
import { analysisHtml, type AnalysisSection } from "../export/analysis-html.js";
import { analysisJson } from "../export/analysis-json.js";
import { reshape } from "../reshape/reshape.js";
import type { Table } from "../table.js";
import { detectorConfig, withDetectorOptions, type DetectorOptions } from "./detector-options.js";
import { outputFiles } from "./output-files.js";
import { progressLine } from "./progress-line.js";
import { reshapeConfig, withReshapeOptions, type ReshapeOptions } from "./reshape-options.js";
import { configOf, filesRead, readInputTable, withTableOptions, type TableOptions } from "./table-options.js";

/** Options that every analysis has. */
export interface AnalysisOptions extends TableOptions, DetectorOptions, ReshapeOptions {
  readonly json?: boolean;
  readonly html?: string;
}

/** What an analysis hands back for printing. */
export interface AnalysisOutput {
  /** What `--json` prints. */
  readonly json: unknown;
  /** What is printed as text and written as HTML. */
  readonly sections: readonly AnalysisSection[];
}

/** What an analysis is given. */
export interface AnalysisInput<Options extends AnalysisOptions> {
  readonly table: Table;
  readonly config: Config;
  readonly options: Options;
  readonly progress: (progress: Progress) => void;
}

/**
 * A subcommand that reads a file, analyses it and prints words and tables (`--json` one object, `--html FILE` a page with
 * pictures besides).
 */
export function analysisCommand<Options extends AnalysisOptions>(
  name: string,
  description: string,
  analyse: (input: AnalysisInput<Options>) => Promise<AnalysisOutput>,
): Command {
  return withReshapeOptions(withDetectorOptions(withTableOptions(new Command(name))))
    .description(description)
    .option("--json", "print one JSON object")
    .option("--html <file>", "write a page with pictures that opens without internet")
    .action((file: string, options: Options) => run(name, file, options, analyse));
}

async function run<Options extends AnalysisOptions>(
  name: string,
  file: string,
  options: Options,
  analyse: (input: AnalysisInput<Options>) => Promise<AnalysisOutput>,
): Promise<void> {
  const progress = progressLine(process.stderr);
  try {
    const outputs = await outputFiles({ "--html": options.html }, filesRead(file, options));
    const config = reshapeConfig(detectorConfig(await configOf(options), options), options);
    progress.show({ step: `Reading ${file}`, fraction: 0 });
    const table = reshape((await readInputTable(file, config)).table, config);
    const { json, sections } = await analyse({ table, config, options, progress: progress.show });
    await outputs.write("--html", () => analysisHtml(`${name}: ${table.source.file}`, sections));
    progress.clear();
    process.stdout.write(
      options.json
        ? analysisJson(json)
        : `${sections.map(({ result }) => String(displayOf(result)?.["text/plain"] ?? "")).join("\n\n")}\n`,
    );
  } finally {
    progress.clear();
  }
}
