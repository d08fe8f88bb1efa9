import type { Command } from "commander";
import type { Config } from "../config/config.js";
import { InputError } from "../errors.js";
import { aggregate } from "../reshape/aggregate.js";
import type { Aggregation } from "../reshape/combine.js";
import type { Period } from "../reshape/period.js";
import { segments } from "../reshape/segments.js";
import type { Table } from "../table.js";
import { collected } from "./table-options.js";

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
    .option("--how <column=way>", `how a column is put together: ${WAYS.join(", ")}; may be given several times`, collected)
    .option("--segments <columns>", "one series for each value of a column, or for each combination of several (commas between), and their total")
    .option("--top <n>", "most segments with a series of their own, largest first (50)", numberOf("--top", 1, 1e6))
    .option("--minimum-share <share>", "least share of the whole for a segment, 0 to 1 (0.001)", numberOf("--minimum-share", 0, 1))
    .option("--minimum-history <n>", "least moments with records for a segment (24)", numberOf("--minimum-history", 1, 1e9))
    .option("--keep-unfinished", "keep a first or last period that the file cuts off");
}

/** The table put together as the options say, and the configuration for what came of it; both unchanged without such options. */
export function reshape(table: Table, config: Config, options: ReshapeOptions): { readonly table: Table; readonly config: Config } {
  const { aggregate: by, segments: keys, top, minimumShare, minimumHistory, keepUnfinished } = options;
  const kpis = config.columns?.kpis ?? undefined;
  const how = waysByColumn(options.how ?? []);
  const named = kpis && [...new Set([...kpis, ...Object.keys(how)])];
  if (by === undefined && keys === undefined) {
    if (options.how !== undefined) throw new InputError("bad_option", "--how says how records are put together, but not by what.", "Add --aggregate day, or --segments with a column.");
    return { table, config };
  }
  const reshaped = keys === undefined ? aggregate(table, { by: by!, how, kpis: named, keepUnfinished }) : segments(table, names(keys), { by, how: additive(how), kpis: named, top, minimumShare, minimumHistory, keepUnfinished });
  return { table: reshaped, config: { ...config, columns: { ...config.columns, kpis: null, key: reshaped.key } } };
}

function names(list: string): string[] {
  return list.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

function waysByColumn(pairs: readonly string[]): Record<string, Aggregation> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      const [column, way] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at > 0 && WAYS.includes(way)) return [column, way as Aggregation];
      throw new InputError("bad_option", `--how needs a column and one of ${WAYS.join(", ")}, not "${pair}".`, 'For example --how "Rating=mean".');
    }),
  );
}

/** Medians and different values of segments do not add up to those of the whole. */
function additive(how: Readonly<Record<string, Aggregation>>): Record<string, "sum" | "mean" | "count"> {
  return Object.fromEntries(
    Object.entries(how).map(([column, way]) => {
      if (way === "sum" || way === "mean" || way === "count") return [column, way];
      throw new InputError("bad_option", `The ${way === "median" ? "median" : "different values"} of ${column} can not be added up over segments.`, "Use sum, mean or count with --segments.");
    }),
  );
}

function oneOf(option: string, known: readonly string[]): (text: string) => string {
  return (text) => {
    if (known.includes(text)) return text;
    throw new InputError("bad_option", `${option} knows ${known.join(", ")}, not "${text}".`, `For example ${option} ${known[1]}.`);
  };
}

function numberOf(option: string, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= least && value <= most) return value;
    throw new InputError("bad_option", `${option} needs a number from ${least} to ${most}, not "${text}".`, "kpi-anomaly --help lists the options.");
  };
}
