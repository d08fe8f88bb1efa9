import { InputError } from "../../errors.js";
import type { FilePart } from "../../input-problems.js";
import type { Localized } from "../../translations.js";
import type { SourceTable } from "../columns/source-columns.js";

/** What the user said about what is to be read of a file. */
export interface FormatOptions {
  /** Name of the file, for its ending. */
  readonly file?: string;
  readonly encoding?: string;
  /** Sheet, table or member to read. */
  readonly sheet?: string;
  readonly signal?: AbortSignal;
}

/** Which of several tables of a file is read. */
export interface ChosenSheet {
  readonly name: string;
  /** All there are, in the order of the file. */
  readonly all: readonly string[];
}

/**
 * What is in a file: `text` that `readTable` reads, columns with types, or, of an archive, the bytes of another file.
 */
export type Content =
  | {
      readonly kind: "text";
      readonly bytes: Uint8Array;
      readonly sheet?: ChosenSheet;
      /** Delimiter that it is known to have. */
      readonly delimiter?: string;
    }
  | { readonly kind: "columns"; readonly source: SourceTable; readonly sheet?: ChosenSheet }
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly name: string };

/** A kind of file beside delimited text. */
export interface Format {
  /** Stable word for it. */
  readonly name: string;
  /** With its article, as sentences name such a file: "a Parquet file". */
  readonly called: Localized;
  /** Endings of its files, without the dot, in lower case. */
  readonly endings: readonly string[];
  /** Those of them that are mostly something else than a table: opened when asked for, never offered. */
  readonly mostlyOther?: readonly string[];
  /** Lines of such a file are lines of its records, so that an editor can show a record. */
  readonly hasLines: boolean;
  /** Set where its cells have types, so that nothing of a dialect is found or told. */
  readonly typed?: true;
  /** Whether the bytes are those of such a file, told by a few of them. */
  isIn(bytes: Uint8Array): boolean;
  /**
   * Opens it. Packages are loaded here and not before.
   * @throws InputError `bad_data` for a damaged one, `file_too_large`, `no_data_rows`, `bad_option`
   */
  open(bytes: Uint8Array, options: FormatOptions): Content | Promise<Content>;
}

/** The named sheet, or the best of several. @throws InputError `bad_option` */
export function chosenSheet(
  part: FilePart,
  all: readonly string[],
  told: string | undefined,
  best: string,
): ChosenSheet {
  if (told === undefined || told === "") return { name: best, all };
  const found = all.includes(told) ? told : all.find((name) => name.toLowerCase() === told.toLowerCase());
  const byNumber = found ?? (/^\d+$/.test(told) ? all[Number(told) - 1] : undefined);
  if (byNumber !== undefined) return { name: byNumber, all };
  throw new InputError("no_part", { part, told, names: all.slice(0, 20), count: all.length });
}

/** What is said of a file that ends early or contradicts itself. */
export function damaged({ name, called }: Pick<Format, "name" | "called">, why?: unknown): InputError {
  const text = why instanceof Error ? why.message : why;
  const reason = typeof text === "string" && text !== "" ? text.slice(0, 120) : null;
  return new InputError("damaged", { is: name, called, reason });
}

/** An archive that would fill the memory. */
export function unpacksTooFar(): InputError {
  return new InputError("unpacks_too_far", {});
}

/** Bytes that an unpacked file may have in any case, and how many times its size beyond that. */
const FREE = 1 << 26;
const MOST_TIMES = 200;
const MOST_UNPACKED = 0x7fff_ffff;

/** Counts unpacked bytes. @throws InputError `file_too_large` for what no table unpacks to */
export function refuseBomb(unpacked: number, packed: number): void {
  if (unpacked > MOST_UNPACKED || (unpacked > FREE && unpacked > packed * MOST_TIMES)) throw unpacksTooFar();
}
