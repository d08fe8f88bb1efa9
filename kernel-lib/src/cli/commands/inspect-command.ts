import type { Command } from "commander";
import { isOfColumns } from "../../io/formats/columns.js";
import { inspect, type Inspection } from "../../io/inspect.js";
import type { Language } from "../../words/language.js";
import { warningText } from "../../words/warning.js";
import { inspectionWithWords } from "../../words/with-words.js";
import type { ConfigOptions } from "../config-options.js";
import { fileCommand } from "./file-command.js";

/** `kpi-anomaly inspect FILE`: how a file is understood, before anything is computed. */
export function inspectCommand(): Command {
  return fileCommand<ConfigOptions & { json?: boolean }>(
    "inspect",
    "Say how a file is understood: dialect, date column, KPIs, cadence, warnings.",
    async (file, options, work) => {
      const inspection = inspect((await work.read(file)).table);
      return options.json
        ? `${JSON.stringify(inspectionWithWords(inspection, options.language), null, 2)}\n`
        : inWords(inspection, options.language);
    },
  ).option("--json", "print one JSON object");
}

function inWords(found: Inspection, language?: Language): string {
  const lines = [
    `${found.file}: ${found.records} records, ${found.rows} with a usable date.`,
    ...(found.formats
      ? [
          `Format: ${found.formats.join(" with ")}${found.sheet === undefined ? "" : `, ${JSON.stringify(found.sheet)} of it`}.`,
        ]
      : []),
    ...(isOfColumns(found)
      ? []
      : [
          `Encoding ${found.encoding}, delimiter ${JSON.stringify(found.delimiter)}, decimal mark ${JSON.stringify(found.decimal)}, ${found.header ? "with" : "without"} a header.`,
        ]),
    found.date
      ? `Date: ${found.date.columns.join(" + ")}, read as ${found.date.format}.`
      : "Date: none; the record number stands in.",
    ...(found.cadence ? [`Cadence: ${found.cadence.label}.`] : []),
    ...(found.key ? [`Key: ${found.key}, one series a value.`] : []),
    `KPIs: ${found.kpis.join(", ")}.`,
    ...(found.other.length > 0
      ? [`Other columns: ${found.other.map(({ name, role }) => `${name} (${role})`).join(", ")}.`]
      : []),
    ...(found.assumed ?? []).map((reading) => warningText(reading, language)),
    ...found.warnings.map((warning) => `Note: ${warningText(warning, language)}`),
  ];
  return `${lines.join("\n")}\n`;
}
