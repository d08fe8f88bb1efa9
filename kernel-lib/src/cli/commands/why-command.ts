import { InputError } from "../../errors.js";
import { whyAt, type Place } from "../../evaluate/why-at.js";
import { analysisJson } from "../../export/analysis-json.js";
import { whyReason, whyText } from "../../words/analyses/why.js";
import type { ConfigOptions } from "../config-options.js";
import { fileCommand } from "./file-command.js";
import { momentOption } from "../moment-option.js";
import { wholeNumber } from "../option-values.js";
import { JSON_OPTION, type Subcommand } from "../subcommand.js";

interface WhyOptions extends ConfigOptions {
  readonly line?: number;
  readonly at?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly why FILE --line N`: why a row is flagged or not, for each of its KPIs. */
export function whyCommand(): Subcommand {
  return fileCommand<WhyOptions>(
    {
      name: "why",
      about: {
        en: "Say of one row why it is flagged or not.",
        de: "Sagt von einer Zeile, warum sie markiert ist oder nicht.",
      },
    },
    async (file, options, work) => {
      const place = placeOf(options);
      const report = await work.detect((await work.read(file)).table, { votes: false, ...work.config });
      const answers = whyAt(report, place);
      return options.json
        ? analysisJson({ answers: answers.map((each) => ({ ...each, reason: whyReason(each, options.language) })) })
        : `${answers.map((each) => whyText(each, options.language)).join("\n")}\n`;
    },
  )
    .localizedOption(
      "--line <n>",
      { en: "line of the file, from 1", de: "Zeile der Datei, ab 1" },
      wholeNumber("--line"),
    )
    .localizedOption("--at <moment>", {
      en: "or its moment, for example 2024-03-01T14:00",
      de: "oder ihr Zeitpunkt, zum Beispiel 2024-03-01T14:00",
    })
    .localizedOption(...JSON_OPTION);
}

function placeOf({ line, at }: WhyOptions): Place {
  const time = momentOption("--at", at);
  if (time !== undefined) return { time };
  if (line === undefined) throw new InputError("no_row_named", {});
  return { line };
}
