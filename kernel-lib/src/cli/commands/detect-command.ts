import type { Config } from "../../config/config.js";
import { parseFeedback, withFeedback, type Feedback } from "../../decide/incident/feedback.js";
import { annotatedCsv } from "../../export/annotated-csv.js";
import { anomaliesCsv } from "../../export/anomalies-csv.js";
import { cleanCsv } from "../../export/clean-csv.js";
import { reportCells } from "../../export/report-cells.js";
import { reportHtml } from "../../export/report-html.js";
import { reportMarkdown } from "../../export/report-markdown.js";
import { reportSummary } from "../../export/report-summary.js";
import { reportText } from "../../export/report-text.js";
import { scoreFormatOf } from "../../export/scores/score-formats.js";
import { fixes } from "../../evaluate/fixes.js";
import { fixesText, fixText } from "../../words/fixes.js";
import { readBytes } from "../../read-bytes.js";
import type { ConfigOptions } from "../config-options.js";
import { withEvents } from "../read-events.js";
import { feedbackBeside, fileCommand, type FileRun, type Input } from "./file-command.js";
import { JSON_OPTION, type Subcommand } from "../subcommand.js";

interface DetectOptions extends ConfigOptions {
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
export function detectCommand(): Subcommand {
  return fileCommand<DetectOptions>(
    {
      name: "detect",
      about: {
        en: "Find what is not normal: incidents, worst first, and files on request.",
        de: "Findet, was nicht normal ist: Vorfälle, die schlimmsten zuerst, und Dateien auf Wunsch.",
      },
    },
    run,
  )
    .localizedOption("--all", {
      en: "analyse every KPI, however many; otherwise the first 50",
      de: "alle Kennzahlen auswerten, wie viele es auch sind; sonst die ersten 50",
    })
    .localizedOption("--events <file>", {
      en: "known events (CSV with date or start, end, name; or .ics): expected, never an anomaly",
      de: "bekannte Ereignisse (CSV mit date oder start, end, name; oder .ics): erwartet, nie eine Anomalie",
    })
    .localizedOption("--verdicts [file]", {
      en: "leave out what was marked as expected in VS Code; read beside the data when no file is named",
      de: "weglassen, was in VS Code als erwartet markiert wurde; ohne Angabe gilt die Datei neben den Daten",
    })
    .localizedOption("--anomalies <file>", {
      en: "write the anomalous rows, original cells kept",
      de: "die auffälligen Zeilen schreiben, mit ihren Zellen, wie sie waren",
    })
    .localizedOption("--annotated <file>", {
      en: "write every row, original cells kept, with what was found in each KPI",
      de: "jede Zeile schreiben, mit ihren Zellen, wie sie waren, und dem Befund zu jeder Kennzahl",
    })
    .localizedOption("--scores <file>", {
      en: "write every row with all scores, as Parquet where the name ends so",
      de: "jede Zeile mit allen Bewertungen schreiben, als Parquet, wenn der Name so endet",
    })
    .localizedOption("--clean <file>", {
      en: "write the table as it was understood",
      de: "die Tabelle schreiben, wie sie verstanden wurde",
    })
    .localizedOption("--html <file>", {
      en: "write a page that opens without internet",
      de: "eine Seite schreiben, die ohne Internet aufgeht",
    })
    .localizedOption("--markdown <file>", {
      en: "write a summary in Markdown",
      de: "eine Zusammenfassung in Markdown schreiben",
    })
    .localizedOption(...JSON_OPTION);
}

async function run(file: string, options: DetectOptions, work: FileRun): Promise<string> {
  const { anomalies, annotated, scores, clean, html, markdown, events, verdicts, language } = options;
  const outputs = await work.outputs(
    {
      "--anomalies": anomalies,
      "--annotated": annotated,
      "--scores": scores,
      "--clean": clean,
      "--html": html,
      "--markdown": markdown,
    },
    [events, typeof verdicts === "string" ? verdicts : undefined],
  );
  // Only what is looked at is computed: these files have columns of votes.
  const asked = { votes: scores !== undefined || anomalies !== undefined, ...work.config };
  const all = options.all ? { ...asked, mostKpis: Number.MAX_SAFE_INTEGER } : asked;
  const { table, text } = await inputFor(work, file, all, anomalies !== undefined || annotated !== undefined);
  const config = await withEvents(all, events, table);
  const found = await work.detect(table, config);
  const report = withFeedback(found, await verdictsOf(file, verdicts));
  const cells = (): ReturnType<typeof reportCells> => reportCells(report, table, text);
  await outputs.write("--anomalies", () => anomaliesCsv(...cells(), language));
  await outputs.write("--annotated", () => annotatedCsv(...cells()));
  await outputs.write("--scores", (path) => scoreFormatOf(path).pieces(report, table));
  await outputs.write("--clean", () => cleanCsv(report, table));
  await outputs.write("--html", () => reportHtml(report, language));
  await outputs.write("--markdown", () => reportMarkdown(report, language));
  const suggested = fixes(table, report);
  if (!options.json) return reportText(report, language) + fixesText(suggested, language);
  const suggestions = suggested.map((fix) => ({
    kind: fix.kind,
    text: fixText(fix, language).found,
    changes: fix.changes,
    option: fix.option,
  }));
  return `${JSON.stringify({ ...reportSummary(report, language), suggestions }, null, 2)}\n`;
}

/** The bytes of the file are let go before it is analysed, unless its cells are to be written. */
async function inputFor(work: FileRun, file: string, config: Config, keepsCells: boolean): Promise<Input> {
  const { table, text } = await work.read(file, config);
  return keepsCells ? { table, text } : { table, text: () => new Uint8Array(0) };
}

async function verdictsOf(file: string, given: string | boolean | undefined): Promise<Feedback[]> {
  if (!given) return [];
  return parseFeedback(new TextDecoder().decode(await readBytes(given === true ? feedbackBeside(file) : given)));
}
