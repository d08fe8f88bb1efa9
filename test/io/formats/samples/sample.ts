import type { Cells } from "../written-files.js";

/** Files of one format of the register, for the batteries that every format goes through. */
export interface FormatSample {
  /** Name of the format. */
  readonly format: string;
  /** The same cells in files of it, by the name of the file. */
  readonly files: Readonly<Record<string, (cells: Cells) => Uint8Array>>;
  /** Set where numbers lose their last digits on the way: Excel keeps fifteen. */
  readonly digits?: number;
  /** Files that lie, are damaged or unpack without end: each must be refused, soon and in little memory. */
  readonly hostile: Readonly<Record<string, () => Uint8Array>>;
}

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

export const columnNames = (count: number): string[] => Array.from({ length: count }, (_, c) => `c${c}`);
