import { InputError } from "../errors.js";
import { usualEncoding } from "./text/decoders.js";
import type { Source } from "../table.js";

/** What a user may fix about the reading of a file; everything left out is found. */
export interface ReadOptions {
  /** Name to show for the file. */
  readonly file?: string;
  /** Name of the encoding as `TextDecoder` knows it, for example `shift_jis`, or a page of DOS such as `cp850`. */
  readonly encoding?: string;
  /** Line of the file, from 1, that names the columns; 0 when none does. */
  readonly headerRow?: number;
  /** Lines to skip at the top of the file. */
  readonly skipRows?: number;
  /** Sheet of a workbook, table of a database or member of a JSON object that holds the records. */
  readonly sheet?: string;
  /** One character; `tab` and `\t` are understood. */
  readonly delimiter?: string;
  readonly decimal?: "." | ",";
  /** Name of the date column; two names joined by `+` when date and time are apart. */
  readonly date?: string;
  /** Format of the dates, for example `DD/MM/YYYY HH:mm`. */
  readonly dateFormat?: string;
  /** What durations of two parts (`4:35`) are: minutes and seconds, or hours and minutes. */
  readonly durations?: "minutes" | "hours";
  /** Columns that are named by moments become rows, one for each moment. */
  readonly datesAcross?: boolean;
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
  throw new InputError("delimiter", { delimiter });
}

/**
 * What is said about where the table stands and how its text is encoded; what is not said is left out.
 * @throws InputError `bad_option`
 */
export function toldOptions({ encoding, headerRow, skipRows, sheet }: ReadOptions): NonNullable<Source["told"]> {
  for (const [option, value] of [
    ["headerRow", headerRow],
    ["skipRows", skipRows],
  ] as const)
    if (value !== undefined && !(Number.isInteger(value) && value >= 0 && value <= 0x7fff_ffff))
      throw new InputError("line_number", { option, value });
  return {
    ...(encoding === undefined || encoding === "" ? {} : { encoding: encodingNamed(encoding) }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(skipRows === undefined || skipRows === 0 ? {} : { skipRows }),
    ...(sheet === undefined || sheet === "" ? {} : { sheet }),
  };
}

/** The usual name of an encoding. */
function encodingNamed(label: string): string {
  try {
    return usualEncoding(label);
  } catch {
    throw new InputError("encoding", { encoding: label });
  }
}

/** Index of a column. @throws InputError `column_not_found` with the names there are */
export function columnIndex(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  if (index >= 0) return index;
  throw new InputError("no_column", { column: name, columns: names });
}

/** Columns of a date or a key: one name, or several joined by `+` unless a column is called so. */
export function joinedColumns(names: readonly string[], joined: string): number[] {
  if (names.includes(joined) || !joined.includes("+")) return [columnIndex(names, joined)];
  return joined.split("+").map((name) => columnIndex(names, names.includes(name) ? name : name.trim()));
}
