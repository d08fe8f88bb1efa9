import type { FilePart, JsonFault } from "../../../input-problems.js";

export const PARTS: Readonly<Record<FilePart, string>> = {
  sheet: "sheet",
  table: "table",
  file: "file",
  records: "list of records",
};

export const JSON_FAULTS: Readonly<Record<JsonFault, string>> = {
  too_deep: "is nested too deeply",
  never_ends: "begins a value that never ends",
  open_quote: "holds text whose quote is never closed",
  invalid: "is not valid JSON",
  cut_off: "ends too early",
};

export const DAMAGE: Readonly<Record<string, string>> = {
  no_sheet: "there is no sheet in it",
  no_file: "there is no file in it",
  packing: "it is encrypted, or packed in an unknown way",
};

/** What a program of its own says stays in the facts: it is English, and for programmers. */
export const damage = (reason: string | null): string =>
  reason !== null && reason in DAMAGE ? ` (${DAMAGE[reason]})` : "";
