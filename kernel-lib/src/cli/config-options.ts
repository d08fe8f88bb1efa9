import { Option } from "commander";
import type { Aggregation, Config, EntryConfig } from "../config/config.js";
import { commandLineOptions, type OfferedOption } from "../config/offered-options.js";
import type { CommandLineOption } from "../config/options/option.js";
import { parseConfig } from "../config/parse-config.js";
import { detectors } from "../detectors/index.js";
import { InputError } from "../errors.js";
import { languages, type Language } from "../words/language.js";
import { readBytes } from "../read-bytes.js";
import type { Subcommand } from "./subcommand.js";
import {
  collected,
  numberOption,
  oneOf,
  pairOption,
  periodsOption,
  wholeNumber,
  type OptionParser,
} from "./option-values.js";

/** What commander found: a value for each option that was given. */
export interface ConfigOptions {
  readonly config?: string;
  readonly detectors?: string;
  readonly language?: Language;
}

/** Adds `--config` and every option of the configuration that the command line takes to a subcommand. */
export function withConfigOptions(command: Subcommand): Subcommand {
  command.localizedOption("--config <file>", {
    en: "configuration in YAML or JSON; the options given here come before it",
    de: "Konfiguration in YAML oder JSON; was hier angegeben wird, geht vor",
  });
  for (const { node, commandLine } of commandLineOptions) {
    command.localizedOption(commandLine.flag, commandLine.help, parserOf(node, commandLine));
  }
  return withLanguageOption(
    command.localizedOption("--detectors <ids>", {
      en: "detectors to use, with commas between:",
      de: "Detektoren, die rechnen sollen, mit Kommas dazwischen:",
    }),
  );
}

/** Adds `--language` to a subcommand. */
export function withLanguageOption(command: Subcommand): Subcommand {
  const [usual] = languages;
  return command.localizedOption(
    "--language <language>",
    { en: "language of everything that is said: en or de", de: "Sprache aller Texte: en oder de" },
    oneOf("--language", languages),
    usual,
  );
}

function parserOf(node: OfferedOption["node"], { flag, as }: CommandLineOption): OptionParser | undefined {
  const name = flag.split(" ")[0];
  if (as === "repeated") return collected;
  if (as === "list") return (text) => namesIn(text);
  if (as === "periods") return periodsOption(name);
  if (as === "delimiter") return (text) => (text === "\\t" ? "\t" : text);
  const values = (node.additionalProperties as { enum?: readonly string[] } | undefined)?.enum;
  if (as === "pairs" && values) return pairOption(name, values);
  const types = [node.type].flat();
  if (types.includes("integer")) return wholeNumber(name);
  if (node.type === "number") return numberOption(name);
  const known = node.enum as readonly (string | null)[] | undefined;
  return known?.includes(null)
    ? oneOf(
        name,
        known.filter((value) => value !== null),
      )
    : undefined;
}

function namesIn(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/**
 * The configuration of a run: the file of `--config`, with the command line's own options laid over it.
 *
 * @throws InputError `bad_config` for the file, `bad_option` for an option
 */
export async function configOf(options: ConfigOptions): Promise<Config> {
  const file = options.config;
  const config = file === undefined ? {} : parseConfig(new TextDecoder().decode(await readBytes(file)), file);
  const given = new Map<string, unknown>(Object.entries(options));
  const laid = commandLineOptions.reduce((below, { path, commandLine }) => {
    const value = given.get(new Option(commandLine.flag).attributeName());
    return value === undefined ? below : (withValue(below, path, value) as Config);
  }, config);
  return withDetectors(withAggregatedKpis(laid), options.detectors);
}

/** A copy with the value at a path; what is given by name is laid over the names that are there. */
function withValue(config: object, [key, ...rest]: readonly string[], value: unknown): object {
  const under: unknown = new Map<string, unknown>(Object.entries(config)).get(key);
  const inner = typeof under === "object" && under !== null && !Array.isArray(under) ? under : {};
  if (rest.length > 0) return { ...config, [key]: withValue(inner, rest, value) };
  const byName = typeof value === "object" && value !== null && !Array.isArray(value);
  return { ...config, [key]: byName ? { ...inner, ...value } : value };
}

/** A column that it is said of how it is put together is a KPI, also where KPIs are named. */
function withAggregatedKpis(config: Config): Config {
  const how: Readonly<Record<string, Aggregation>> = config.aggregate?.how ?? {};
  const kpis = config.columns?.kpis;
  if (!kpis) return config;
  return { ...config, columns: { ...config.columns, kpis: [...new Set([...kpis, ...Object.keys(how)])] } };
}

function withDetectors(config: Config, list: string | undefined): Config {
  if (list === undefined) return config;
  const ids = namesIn(list);
  const unknown = ids.find((id) => !Object.hasOwn(detectors, id));
  if (unknown !== undefined) throw new InputError("no_detector", { detector: unknown, known: Object.keys(detectors) });
  const chosen = Object.keys(detectors).map((id): [string, EntryConfig] => [
    id,
    { ...config.detectors?.[id], enabled: ids.includes(id) },
  ]);
  return { ...config, detectors: Object.fromEntries(chosen) };
}
