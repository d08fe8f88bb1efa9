import type { Localized, Translations } from "../../translations.js";

/** A JSON Schema node, as far as configurations use it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly default?: unknown;
}

/** How the command line takes an option: the flag, and how its text becomes the value where the type does not say. */
export interface CommandLineOption {
  /** As commander writes it, for example `--date-format <format>`. */
  readonly flag: string;
  /** `list`: names with commas between. `repeated`: may stand several times. `pairs`: `name=value`, several times. `periods`: as for `season`. */
  readonly as?: "list" | "repeated" | "pairs" | "periods" | "delimiter";
  /** What the help of the command line says of it. */
  readonly help: Localized;
}

/**
 * One node of THE SOURCE of all configuration: JSON Schema, and beside it where the option is offered and what is said of it
 * there. Types, `configs/schema.json`, `configs/default.yaml`, the options of the command line and the settings of VS Code are
 * derived from it, so that a new option is one entry in this folder.
 */
export interface OptionNode extends JsonSchema {
  readonly properties?: Readonly<Record<string, OptionNode>>;
  /** Its description in the other languages. */
  readonly translations?: Translations<string>;
  readonly commandLine?: CommandLineOption;
  /** Set where it changes what is taken from what was fitted, never a fit: another value then fits nothing anew. */
  readonly decidesOnly?: true;
  /** Offered as a setting of VS Code (`kpiAnomaly.<key>`), which says this of it. */
  readonly setting?: Localized;
}

/** An option that may be left open: null is its default. */
export function nullable(type: string, node: OptionNode): OptionNode {
  return { type: [type, "null"], default: null, ...node };
}

/** An object that knows only these keys. */
export function section(
  words: { readonly title?: string; readonly description: string; readonly translations?: Translations<string> },
  properties: Readonly<Record<string, OptionNode>>,
): OptionNode {
  return { type: "object", ...words, additionalProperties: false, properties };
}
