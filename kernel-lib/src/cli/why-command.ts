import { Command } from "commander";
import { InputError } from "../errors.js";
import { whyAt, type Place } from "../evaluate/why-at.js";
import { whyReason, whyText } from "../words/why.js";
import { analysisJson } from "../export/analysis-json.js";
import { reshape } from "../reshape/reshape.js";
import { detectOnWorkers } from "./detect-on-workers.js";
import { detectorConfig, wholeNumber, withDetectorOptions, type DetectorOptions } from "./detector-options.js";
import { momentOption } from "./moment-option.js";
import { progressLine } from "./progress-line.js";
import { configOf, readInputTable, withTableOptions, type TableOptions } from "./table-options.js";

interface WhyOptions extends TableOptions, DetectorOptions {
  readonly line?: number;
  readonly at?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly why FILE --line N`: why a row is flagged or not, for each of its KPIs. */
export function whyCommand(): Command {
  return withDetectorOptions(withTableOptions(new Command("why")))
    .description("Say of one row why it is flagged or not.")
    .option("--line <n>", "line of the file, from 1", wholeNumber("--line"))
    .option("--at <moment>", "or its moment, for example 2024-03-01T14:00")
    .option("--json", "print one JSON object")
    .action(run);
}

async function run(file: string, options: WhyOptions): Promise<void> {
  const place = placeOf(options);
  const config = detectorConfig(await configOf(options), options);
  const progress = progressLine(process.stderr);
  try {
    progress.show({ step: `Reading ${file}`, fraction: 0 });
    const table = reshape((await readInputTable(file, config)).table, config);
    const report = await detectOnWorkers(table, config, { progress: progress.show });
    const answers = whyAt(report, place);
    progress.clear();
    process.stdout.write(
      options.json
        ? analysisJson({ answers: answers.map((each) => ({ ...each, reason: whyReason(each, options.language) })) })
        : `${answers.map((each) => whyText(each, options.language)).join("\n")}\n`,
    );
  } finally {
    progress.clear();
  }
}

function placeOf({ line, at }: WhyOptions): Place {
  const time = momentOption("--at", at);
  if (time !== undefined) return { time };
  if (line === undefined)
    throw new InputError(
      "bad_option",
      "Which row is asked about was not said.",
      "Name it with --line 152 or --at 2024-03-01.",
    );
  return { line };
}
