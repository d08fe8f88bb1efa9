import { InputError } from "../errors.js";

/** What a user may fix about the reading of a file; everything left out is found. */
export interface ReadOptions {
  /** Name to show for the file. */
  readonly file?: string;
  /** One character; `tab` and `\t` are understood. */
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  /** Name of the date column; two names joined by `+` when date and time are apart. */
  readonly date?: string;
  /** Format of the dates, for example `DD/MM/YYYY HH:mm`. */
  readonly dateFormat?: string;
  /** Columns to treat as KPIs whatever they look like. */
  readonly kpis?: readonly string[];
  /** Column whose values split the file into series; two names joined by `+` when it takes two. */
  readonly key?: string;
  /** Cells that mean "no value" besides the usual ones. */
  readonly missing?: readonly string[];
  readonly signal?: AbortSignal;
}

/** The delimiter as one character of one byte. @throws InputError `bad_option` */
export function delimiterOption(delimiter: string | undefined): string | undefined {
  if (delimiter === undefined || delimiter === "") return undefined;
  const character = /^(tab|\\t)$/i.test(delimiter) ? "\t" : delimiter;
  if (character.length === 1 && character.charCodeAt(0) < 128 && !/["\r\n]/.test(character)) return character;
  throw new InputError(
    "bad_option",
    `The delimiter ${JSON.stringify(delimiter)} is not one plain character.`,
    "Use , ; | or tab.",
  );
}

/** Index of a column. @throws InputError `column_not_found` with the names there are */
export function columnIndex(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  if (index >= 0) return index;
  const list = names
    .slice(0, 20)
    .map((each) => `"${each}"`)
    .join(", ");
  throw new InputError(
    "column_not_found",
    `There is no column "${name}"; the file has ${list}${names.length > 20 ? ", …" : ""}.`,
    "Name a column as it stands in the header; upper and lower case count.",
  );
}

/** Columns of a date or a key: one name, or several joined by `+` unless a column is called so. */
export function joinedColumns(names: readonly string[], joined: string): number[] {
  if (names.includes(joined) || !joined.includes("+")) return [columnIndex(names, joined)];
  return joined.split("+").map((name) => columnIndex(names, names.includes(name) ? name : name.trim()));
}
