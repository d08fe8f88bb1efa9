import type { Command } from "commander";
import { wholePercent } from "../display/whole-percent.js";
import { InputError } from "../errors.js";
import { contributions, type Contributions } from "../evaluate/contributions.js";
import { featureDrivers, type FeatureDrivers } from "../evaluate/feature-drivers.js";
import type { Report } from "../report.js";
import type { ConfigOptions } from "./config-options.js";
import { fileCommand, type FileRun } from "./file-command.js";
import { momentOption } from "./moment-option.js";
import { wholeNumber } from "./option-values.js";

interface DriversOptions extends ConfigOptions {
  readonly of?: string;
  readonly incident?: number;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

/** `kpi-anomaly drivers FILE`: which segments an incident of the total comes from (`--segments COLUMN`), or which features. */
export function driversCommand(): Command {
  return fileCommand<DriversOptions>(
    "drivers",
    "Say what drove an incident: how much of it comes from each segment, or without --segments, which features the detectors saw.",
    run,
  )
    .option("--of <segment>", "explain an incident of this segment; of the total when left out")
    .option("--incident <n>", "rank of the incident; 1 is the worst", wholeNumber("--incident", 1))
    .option("--from <date>", "explain a stretch of time instead, from this date on")
    .option("--to <date>", "… to this date, inclusive")
    .option("--json", "print one JSON object");
}

async function run(file: string, options: DriversOptions, work: FileRun): Promise<string> {
  const bySegments = Boolean(work.config.columns?.segments);
  if (!bySegments && (options.from ?? options.to) !== undefined)
    throw new InputError(
      "bad_option",
      "What drove a stretch of time is told by segments, and none are named.",
      "Add --segments with the column to split by, for example --segments Store.",
    );
  const { table } = await work.read(file);
  const report = await work.detect(table);
  if (!bySegments) {
    const drivers = await featureDrivers(report, table, { series: options.of, incident: options.incident });
    return options.json ? `${JSON.stringify(drivers, null, 2)}\n` : featuresInWords(drivers, report);
  }
  const found = contributions(report, {
    series: options.of,
    incident: options.incident,
    from: momentOption("--from", options.from),
    to: momentOption("--to", options.to),
  });
  return options.json ? `${JSON.stringify(plain(found), null, 2)}\n` : inWords(found, report);
}

/** Times as ISO 8601. */
function plain(found: Contributions): object {
  return { ...found, from: new Date(found.from).toISOString(), to: new Date(found.to).toISOString() };
}

const MOST_LISTED = 20;

function inWords({ text, segments }: Contributions, report: Report): string {
  const rows = segments.slice(0, MOST_LISTED).map((one) => [
    one.segment,
    amount(one.actual),
    amount(one.expected),
    amount(one.deviation),
    // Where the total is hardly off, as its parts make up for each other, a share of it says nothing.
    Math.abs(one.share) < 10 ? `${(100 * one.share).toFixed(1)} %` : "",
    one.cause > 0 ? wholePercent(one.cause) : "",
  ]);
  const table = [["segment", "actual", "expected", "difference", "of the total", "of what stands out"], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd(),
  );
  const more = segments.length - rows.length;
  return [
    text,
    "",
    ...lines,
    ...(more > 0 ? [`… and ${more} more`] : []),
    "",
    ...report.warnings.map(({ message }) => `Note: ${message}`),
    "",
  ].join("\n");
}

/** Which features each detector saw, for an incident without segments. */
function featuresInWords({ kpi, series, incident, detectors }: FeatureDrivers, report: Report): string {
  const { time } = report.series.find((one) => one.kpi === kpi && one.series === series)!;
  const at =
    report.date === null
      ? `record ${incident.start + 1}`
      : new Date(time[incident.start]).toISOString().slice(0, 16).replace("T", " ");
  const lines = detectors.map(
    ({ title, method, shares }) =>
      `  ${title}: ${
        method === "unknown"
          ? "no single feature changes its score"
          : `${shares
              .slice(0, MOST_FEATURES)
              .filter(({ share }) => share >= 0.01)
              .map(({ name, share }) => `${name} ${wholePercent(share)}`)
              .join(", ")} (${method === "exact" ? "exact" : "by leaving each feature out"})`
      }`,
  );
  const none = "  None of the detectors that look at features flagged it.";
  return [
    `${kpi}${series === "" ? "" : ` of ${series}`}, ${at}: ${incident.reason}`,
    "",
    "Share of each feature in the scores:",
    ...(lines.length > 0 ? lines : [none]),
    "",
  ].join("\n");
}

const MOST_FEATURES = 5;

function amount(value: number): string {
  return Number.isNaN(value) ? "" : String(Number(value.toPrecision(6)));
}
