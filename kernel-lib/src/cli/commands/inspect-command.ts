import type { Command } from "commander";
import { inspect, type Inspection } from "../../io/inspect.js";
import type { Language } from "../../words/language.js";
import { speechOf } from "../../words/speech.js";
import { warningText } from "../../words/warning.js";
import { inspectionWithWords } from "../../words/with-words.js";
import type { ConfigOptions } from "../config-options.js";
import { fileCommand } from "./file-command.js";

/** `kpi-anomaly inspect FILE`: how a file is understood, before anything is computed. */
export function inspectCommand(): Command {
  return fileCommand<ConfigOptions & { json?: boolean }>("inspect", async (file, options, work) => {
    const inspection = inspect((await work.read(file)).table);
    return options.json
      ? `${JSON.stringify(inspectionWithWords(inspection, options.language), null, 2)}\n`
      : inWords(inspection, options.language);
  }).option("--json");
}

function inWords(found: Inspection, language?: Language): string {
  const { words, write } = speechOf(language);
  const lines = [
    ...words.inspection(found, write),
    ...(found.assumed ?? []).map((reading) => warningText(reading, language)),
    ...found.warnings.map((warning) => `${words.labels.note}: ${warningText(warning, language)}`),
  ];
  return `${lines.join("\n")}\n`;
}
