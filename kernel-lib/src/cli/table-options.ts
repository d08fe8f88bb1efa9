import { basename } from "node:path";
import { type Command } from "commander";
import type { Config } from "../config/config.js";
import { parseConfig } from "../config/parse-config.js";
import { readTable } from "../io/read-table.js";
import { readBytes } from "../read-bytes.js";
import type { Table } from "../table.js";

/** Options by which every subcommand reads its file. */
export interface TableOptions {
  readonly config?: string;
  readonly date?: string;
  readonly kpi?: string[];
  readonly key?: string;
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  readonly dateFormat?: string;
  readonly missing?: string[];
}

/** Adds the file argument and the options of `TableOptions` to a subcommand. */
export function withTableOptions(command: Command): Command {
  return command
    .argument("<file>", "CSV file")
    .option("--config <file>", "configuration, YAML or JSON")
    .option("--date <column>", "date column; two names joined by + when date and time are apart")
    .option("--kpi <column>", "KPI column; may be given several times", collected)
    .option("--key <column>", "column that splits the file into one series a value")
    .option("--delimiter <character>", "delimiter; \\t for a tab", (text) => (text === "\\t" ? "\t" : text))
    .option("--decimal <mark>", "decimal mark, . or ,")
    .option("--date-format <format>", "date format, for example DD/MM/YYYY HH:mm")
    .option("--missing <value>", "cell that means 'no value', for example -999; may be given several times", collected);
}

/** Collects an option that may stand several times. */
export function collected(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** The configuration of a run: the file of `--config`, with the command line's own options laid over it. */
export async function configOf(options: TableOptions): Promise<Config> {
  const config =
    options.config === undefined
      ? {}
      : parseConfig(new TextDecoder().decode(await readBytes(options.config)), options.config);
  const { date, kpi, key, delimiter, decimal, dateFormat, missing } = options;
  return {
    ...config,
    columns: { ...config.columns, ...given({ date, kpis: kpi, key }) },
    read: { ...config.read, ...given({ delimiter, decimal, dateFormat, missing }) },
  };
}

/** The options that were given. */
export function given<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>;
}

/** The file as it was read, and its bytes for exports that keep the original cells. */
export interface Input {
  readonly table: Table;
  readonly bytes: Uint8Array;
}

/** Where VS Code keeps what a person said about a file. */
export function feedbackBeside(file: string): string {
  return `${file}.anomalies.json`;
}

/** Every file that a run of these options reads, or that holds what a person wrote about the data. */
export function filesRead(file: string, { config }: TableOptions): (string | undefined)[] {
  return [file, feedbackBeside(file), config];
}

/** Reads the table as the configuration says. */
export async function readInputTable(file: string, config: Config): Promise<Input> {
  const bytes = await readBytes(file);
  return { bytes, table: readTable(bytes, { file: basename(file), ...readOptions(config) }) };
}

function readOptions({ columns, read }: Config): Parameters<typeof readTable>[1] {
  return {
    date: columns?.date ?? undefined,
    kpis: columns?.kpis ?? undefined,
    key: columns?.key ?? undefined,
    delimiter: read?.delimiter ?? undefined,
    decimal: read?.decimal ?? undefined,
    dateFormat: read?.dateFormat ?? undefined,
    missing: read?.missing,
  };
}
