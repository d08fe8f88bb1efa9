import { inspect, type Inspection } from "../../io/inspect.js";
import type { Language } from "../../words/language.js";
import { speechOf } from "../../words/speech.js";
import { warningText, warningTexts } from "../../words/warning.js";
import { inspectionWithWords } from "../../words/with-words.js";
import type { ConfigOptions } from "../config-options.js";
import { fileCommand } from "./file-command.js";
import { JSON_OPTION, type Subcommand } from "../subcommand.js";

/** `kpi-anomaly inspect FILE`: how a file is understood, before anything is computed. */
export function inspectCommand(): Subcommand {
  return fileCommand<ConfigOptions & { json?: boolean }>(
    {
      name: "inspect",
      about: {
        en: "Say how a file is understood: its format, its dates, its KPIs, and what is odd about it.",
        de: "Sagt, wie eine Datei verstanden wird: ihr Format, ihre Daten, ihre Kennzahlen und was an ihr auffällt.",
      },
    },
    async (file, options, work) => {
      const inspection = inspect((await work.read(file)).table);
      return options.json
        ? `${JSON.stringify(inspectionWithWords(inspection, options.language), null, 2)}\n`
        : inWords(inspection, options.language);
    },
  ).localizedOption(...JSON_OPTION);
}

function inWords(found: Inspection, language?: Language): string {
  const { words, write } = speechOf(language);
  const lines = [
    ...words.inspection(found, write),
    ...(found.assumed ?? []).map((reading) => warningText(reading, language)),
    ...warningTexts(found.warnings, language).map(({ text }) => `${words.labels.note}: ${text}`),
  ];
  return `${lines.join("\n")}\n`;
}
