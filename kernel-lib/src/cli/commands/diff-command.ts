import { compareReports, type IncidentChange } from "../../evaluate/comparison/compare-reports.js";
import type { Incident, Report } from "../../report.js";
import { diffLines, diffText } from "../../words/analyses/diff.js";
import { reasonOf } from "../../words/incident.js";
import type { Language } from "../../words/language.js";
import type { ConfigOptions } from "../config-options.js";
import { fileCommand } from "./file-command.js";
import { JSON_OPTION, type Subcommand } from "../subcommand.js";

interface DiffOptions extends ConfigOptions {
  readonly json?: boolean;
}

/** `kpi-anomaly diff EARLIER LATER`: which incidents are new, gone or changed from one export to the next. */
export function diffCommand(): Subcommand {
  return fileCommand<DiffOptions>(
    {
      name: "diff",
      about: {
        en: "Compare two exports of the same KPIs: new, gone and changed incidents.",
        de: "Vergleicht zwei Exporte derselben Kennzahlen: neue, verschwundene und veränderte Vorfälle.",
      },
      arguments: {
        file: { en: "the earlier file", de: "die frühere Datei" },
        later: { en: "the later file", de: "die spätere Datei" },
      },
    },
    async (earlier, options, work, [later]) => {
      const before = await work.detect((await work.read(earlier)).table);
      const after = await work.detect((await work.read(later)).table);
      const found = compareReports(before, after);
      const { language } = options;
      const incidents = found.incidents.map((change) => withWords(change, before, after, language));
      return options.json
        ? `${JSON.stringify({ ...found, text: diffText(found, language), incidents }, null, 2)}\n`
        : `${diffLines(found, before, after, language).join("\n")}\n`;
    },
  ).localizedOption(...JSON_OPTION);
}

/** A change with its moments as text and the sentences of its incidents. */
function withWords(change: IncidentChange, before: Report, after: Report, language?: Language): object {
  const told = (report: Report, incident: Incident | null): object | null => {
    const series = report.series.find(({ kpi, series: key }) => kpi === change.kpi && key === change.series);
    return incident && series ? { ...incident, reason: reasonOf(incident, series, language) } : incident;
  };
  const dated = after.date !== null;
  return {
    ...change,
    start: moment(change.start, dated),
    end: moment(change.end, dated),
    before: told(before, change.before),
    after: told(after, change.after),
  };
}

function moment(time: number, dated: boolean): string {
  return dated
    ? new Date(time).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "")
    : `record ${time + 1}`;
}
