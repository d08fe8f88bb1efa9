import { displayOf } from "../../words/display.js";
import { analysisHtml, type AnalysisSection } from "../../export/analysis-html.js";
import { analysisJson } from "../../export/analysis-json.js";
import type { Table } from "../../table.js";
import type { ConfigOptions } from "../config-options.js";
import { fileCommand, type CommandHead, type FileRun } from "./file-command.js";
import { JSON_OPTION, type Subcommand } from "../subcommand.js";

/** Options that every analysis has besides those of the configuration. */
export interface AnalysisOptions extends ConfigOptions {
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

/** What an analysis is given: the table as read and put together, and everything of the frame. */
export interface AnalysisInput<Options extends AnalysisOptions> extends FileRun {
  readonly table: Table;
  readonly options: Options;
}

/**
 * A subcommand that reads a file, analyses it and prints words and tables (`--json` one object, `--html FILE` a page with
 * pictures besides).
 */
export function analysisCommand<Options extends AnalysisOptions>(
  head: CommandHead,
  analyse: (input: AnalysisInput<Options>) => Promise<AnalysisOutput>,
): Subcommand {
  return fileCommand<Options>(head, async (file, options, work) => {
    const outputs = await work.outputs({ "--html": options.html });
    const { table } = await work.read(file);
    const { json, sections } = await analyse({ ...work, table, options });
    await outputs.write("--html", () => analysisHtml(`${head.name}: ${table.source.file}`, sections, options.language));
    return options.json
      ? analysisJson(json, options.language)
      : `${sections.map(({ result }) => String(displayOf(result, options.language)?.["text/plain"] ?? "")).join("\n\n")}\n`;
  })
    .localizedOption(...JSON_OPTION)
    .localizedOption("--html <file>", {
      en: "write a page that opens without internet",
      de: "eine Seite schreiben, die ohne Internet aufgeht",
    });
}
