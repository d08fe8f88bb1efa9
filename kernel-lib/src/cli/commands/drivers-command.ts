import { InputError } from "../../errors.js";
import { contributions, type Contributions } from "../../evaluate/drivers/contributions.js";
import { featureDrivers, type FeatureDrivers } from "../../evaluate/drivers/feature-drivers.js";
import type { Report } from "../../report.js";
import type { ConfigOptions } from "../config-options.js";
import { fileCommand, type FileRun } from "./file-command.js";
import { momentOption } from "../moment-option.js";
import { blocksDisplay } from "../../display/record-table.js";
import { contributionsBlocks, contributionsWithWords } from "../../words/analyses/contributions.js";
import { reasonOf, scaleOf } from "../../words/incident.js";
import type { Localized } from "../../translations.js";
import type { Language } from "../../words/language.js";
import { speechOf } from "../../words/speech.js";
import { warningTexts } from "../../words/warning.js";
import { wholeNumber } from "../option-values.js";
import { JSON_OPTION, type Subcommand } from "../subcommand.js";

interface DriversOptions extends ConfigOptions {
  readonly of?: string;
  readonly incident?: number;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly drivers FILE`: which segments an incident of the total comes from (`--segments COLUMN`), or which features. */
export function driversCommand(): Subcommand {
  return fileCommand<DriversOptions>(
    {
      name: "drivers",
      about: {
        en: "Say what drove an incident: how much of it comes from each segment, or, without --segments, which features the detectors saw.",
        de: "Sagt, woher ein Vorfall kommt: welchen Anteil jedes Segment hat oder, ohne --segments, welche Merkmale die Detektoren sahen.",
      },
    },
    run,
  )
    .localizedOption("--of <segment>", {
      en: "explain an incident of this segment; of the total when left out",
      de: "einen Vorfall dieses Segments erklären; ohne Angabe einen der Summe",
    })
    .localizedOption(
      "--incident <n>",
      { en: "rank of the incident; 1 is the worst", de: "Rang des Vorfalls; 1 ist der schlimmste" },
      wholeNumber("--incident", 1),
    )
    .localizedOption("--from <date>", {
      en: "explain a stretch of time, from this date on",
      de: "einen Zeitraum erklären, ab diesem Datum",
    })
    .localizedOption("--to <date>", { en: "to this date, inclusive", de: "bis zu diesem Datum, einschließlich" })
    .localizedOption(...JSON_OPTION);
}

async function run(file: string, options: DriversOptions, work: FileRun): Promise<string> {
  const bySegments = Boolean(work.config.columns?.segments);
  if (!bySegments && (options.from ?? options.to) !== undefined) throw new InputError("no_segments_named", {});
  const { table } = await work.read(file);
  const report = await work.detect(table);
  if (!bySegments) {
    const drivers = await featureDrivers(report, table, { series: options.of, incident: options.incident });
    return options.json
      ? `${JSON.stringify(driversWithWords(drivers, report, options.language), null, 2)}\n`
      : featuresInWords(drivers, report, work, options.language);
  }
  const found = contributions(report, {
    series: options.of,
    incident: options.incident,
    from: momentOption("--from", options.from),
    to: momentOption("--to", options.to),
  });
  return options.json
    ? `${JSON.stringify(plain(found, options.language), null, 2)}\n`
    : inWords(found, report, options.language);
}

/** The incident with its sentence beside the facts. */
function driversWithWords(drivers: FeatureDrivers, report: Report, language?: Language): object {
  const series = report.series.find(({ kpi, series: key }) => kpi === drivers.kpi && key === drivers.series)!;
  return { ...drivers, incident: { ...drivers.incident, reason: reasonOf(drivers.incident, series, language) } };
}

/** Times as ISO 8601. */
function plain(found: Contributions, language?: Language): object {
  return {
    ...contributionsWithWords(found, language),
    from: new Date(found.from).toISOString(),
    to: new Date(found.to).toISOString(),
  };
}

function inWords(found: Contributions, report: Report, language?: Language): string {
  const { labels } = speechOf(language).words;
  return [
    ...contributionsBlocks(found, language).map((block) => String(blocksDisplay([block])["text/plain"])),
    "",
    ...warningTexts(report.warnings, language).map(({ text }) => `${labels.note}: ${text}`),
    "",
  ].join("\n");
}

/** Which features each detector saw, for an incident without segments. */
function featuresInWords(
  { kpi, series, incident, detectors }: FeatureDrivers,
  report: Report,
  { say }: Pick<FileRun, "say">,
  language?: Language,
): string {
  const { write } = speechOf(language);
  const found = report.series.find((one) => one.kpi === kpi && one.series === series)!;
  const at = write.moment(found.time[incident.start], scaleOf(found));
  const lines = detectors.map(
    ({ title, method, shares }) =>
      `  ${title}: ${
        method === "unknown"
          ? say({ en: "no single feature changes its score", de: "kein einzelnes Merkmal ändert den Score" })
          : `${shares
              .slice(0, MOST_FEATURES)
              .filter(({ share }) => share >= 0.01)
              .map(({ name, share }) => `${name} ${write.wholePercent(share)}`)
              .join(
                ", ",
              )} (${method === "exact" ? say({ en: "exact", de: "genau" }) : say({ en: "by leaving each feature out", de: "durch Weglassen jedes Merkmals" })})`
      }`,
  );
  return [
    `${write.series(found)}, ${at}: ${reasonOf(incident, found, language)}`,
    "",
    `${say({ en: "Share of each feature in the scores", de: "Anteil jedes Merkmals an den Scores" })}:`,
    ...(lines.length > 0 ? lines : [`  ${say(NONE_FLAGGED)}`]),
    "",
  ].join("\n");
}

const MOST_FEATURES = 5;
const NONE_FLAGGED: Localized = {
  en: "None of the detectors that look at features flagged it.",
  de: "Kein Detektor, der Merkmale betrachtet, hat angeschlagen.",
};
