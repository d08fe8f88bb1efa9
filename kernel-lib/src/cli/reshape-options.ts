import type { Command } from "commander";
import type { Aggregation, Config, Period } from "../config/config.js";
import { InputError } from "../errors.js";
import { collected, given } from "./table-options.js";

/** Options by which records are put together before anything is detected. */
export interface ReshapeOptions {
  readonly aggregate?: Period;
  readonly how?: string[];
  readonly segments?: string;
  readonly top?: number;
  readonly minimumShare?: number;
  readonly minimumHistory?: number;
  readonly keepUnfinished?: boolean;
}

const PERIODS: readonly string[] = ["hour", "day", "week", "month"] satisfies Period[];
const WAYS: readonly string[] = ["sum", "mean", "count", "distinct", "median"] satisfies Aggregation[];

/** Adds the options of `ReshapeOptions` to a subcommand. */
export function withReshapeOptions(command: Command): Command {
  return command
    .option("--aggregate <period>", `put records together by ${PERIODS.join(", ")}`, oneOf("--aggregate", PERIODS))
    .option(
      "--how <column=way>",
      `how a column is put together: ${WAYS.join(", ")}; may be given several times`,
      collected,
    )
    .option(
      "--segments <columns>",
      "one series for each value of a column, or for each combination of several (commas between), and their total",
    )
    .option("--top <n>", "most segments with a series of their own, largest first (50)", numberOf("--top", 1, 1e6))
    .option(
      "--minimum-share <share>",
      "least share of the whole for a segment, 0 to 1 (0.001)",
      numberOf("--minimum-share", 0, 1),
    )
    .option(
      "--minimum-history <n>",
      "least moments with records for a segment (24)",
      numberOf("--minimum-history", 1, 1e9),
    )
    .option("--keep-unfinished", "keep a first or last period that the file cuts off");
}

/** The configuration with the options of the command line laid over it. */
export function reshapeConfig(
  config: Config,
  { aggregate: by, how, segments: keys, top, minimumShare, minimumHistory, keepUnfinished }: ReshapeOptions,
): Config {
  const ways = waysByColumn(how ?? []);
  const kpis = config.columns?.kpis;
  return {
    ...config,
    columns: {
      ...config.columns,
      ...given({
        kpis: kpis && [...new Set([...kpis, ...Object.keys(ways)])],
        segments: keys === undefined ? undefined : names(keys),
      }),
    },
    aggregate: {
      ...config.aggregate,
      ...given({ by, how: how && { ...config.aggregate?.how, ...ways }, keepUnfinished }),
    },
    segments: { ...config.segments, ...given({ top, minimumShare, minimumHistory }) },
  };
}

function names(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function waysByColumn(pairs: readonly string[]): Record<string, Aggregation> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      const [column, way] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at > 0 && WAYS.includes(way)) return [column, way as Aggregation];
      throw new InputError(
        "bad_option",
        `--how needs a column and one of ${WAYS.join(", ")}, not "${pair}".`,
        'For example --how "Rating=mean".',
      );
    }),
  );
}

function oneOf(option: string, known: readonly string[]): (text: string) => string {
  return (text) => {
    if (known.includes(text)) return text;
    throw new InputError(
      "bad_option",
      `${option} knows ${known.join(", ")}, not "${text}".`,
      `For example ${option} ${known[1]}.`,
    );
  };
}

function numberOf(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= least && value <= most) return value;
    throw new InputError(
      "bad_option",
      `${option} needs a number from ${least} to ${most}, not "${text}".`,
      "kpi-anomaly --help lists the options.",
    );
  };
}
