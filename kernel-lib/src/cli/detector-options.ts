import type { Command } from "commander";
import type { Config, EntryConfig, Mode, NamedPeriod } from "../config/config.js";
import { detectors } from "../detectors/index.js";
import { InputError } from "../errors.js";

/** Options by which a subcommand chooses detectors, decision and seed. */
export interface DetectorOptions {
  readonly detectors?: string;
  readonly mode?: Mode;
  readonly consensus?: number;
  readonly sensitivity?: number;
  readonly baseline?: "history" | "past";
  readonly season?: readonly NamedPeriod[];
  readonly seed?: number;
}

/** Adds the options of `DetectorOptions` to a subcommand. */
export function withDetectorOptions(command: Command): Command {
  return command
    .option("--detectors <ids>", `detectors to use, with commas between: ${Object.keys(detectors).join(",")}`)
    .option("--mode <mode>", "how to decide: auto (combined score) or vote")
    .option(
      "--consensus <n>",
      "detectors that must agree: 1 sensitive, 2 balanced, 3 strict",
      wholeNumber("--consensus"),
    )
    .option("--sensitivity <n>", "how readily auto raises an alarm, 0 to 100", wholeNumber("--sensitivity"))
    .option("--baseline <which>", "what is usual: from all of the file (history) or from earlier rows only (past)")
    .option(
      "--season <periods>",
      "set the season: day, week, month, year or a number of rows, with commas between; or none",
      seasonOf,
    )
    .option("--seed <n>", "seed of everything random", wholeNumber("--seed"));
}

/** The configuration with the options of the command line laid over it. */
export function detectorConfig(
  config: Config,
  { detectors: ids, mode, consensus, sensitivity, baseline, season, seed }: DetectorOptions,
): Config {
  const given = Object.entries({ mode, consensus, sensitivity, baseline, season, seed }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...config,
    ...Object.fromEntries(given),
    ...(ids === undefined
      ? {}
      : {
          detectors: chosen(
            ids.split(",").map((id) => id.trim()),
            config.detectors,
          ),
        }),
  };
}

function chosen(ids: readonly string[], configured: Config["detectors"]): Record<string, EntryConfig> {
  const unknown = ids.find((id) => !Object.hasOwn(detectors, id));
  if (unknown !== undefined)
    throw new InputError(
      "bad_option",
      `There is no detector "${unknown}".`,
      `Known are ${Object.keys(detectors).join(", ")}.`,
    );
  return Object.fromEntries(
    Object.keys(detectors).map((id) => [id, { ...configured?.[id], enabled: ids.includes(id) }]),
  );
}

const PERIODS: readonly string[] = ["day", "week", "month", "year"];

function seasonOf(text: string): NamedPeriod[] {
  if (text.trim() === "none") return [];
  return text.split(",").map((part) => {
    const period = part.trim();
    if (PERIODS.includes(period)) return period as NamedPeriod;
    if (/^\d{1,9}$/.test(period) && Number(period) >= 2) return Number(period);
    throw new InputError(
      "bad_option",
      `--season needs day, week, month, year, a number of rows from 2 or none, not "${period}".`,
      "For example --season week,year.",
    );
  });
}

/** Reads an option that must be a whole number. */
export function wholeNumber(option: string): (text: string) => number {
  return (text) => {
    if (!/^\d{1,15}$/.test(text))
      throw new InputError("bad_option", `${option} needs a whole number, not "${text}".`, `For example ${option} 2.`);
    return Number(text);
  };
}
