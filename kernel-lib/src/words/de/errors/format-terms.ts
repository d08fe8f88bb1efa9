import type { FilePart, JsonFault } from "../../../input-problems.js";

export const NO_PART: Readonly<Record<FilePart, string>> = {
  sheet: "Ein Blatt",
  table: "Eine Tabelle",
  file: "Eine Datei",
  records: "Eine Liste von Datensätzen",
};

export const JSON_FAULTS: Readonly<Record<JsonFault, string>> = {
  too_deep: "ist zu tief verschachtelt",
  never_ends: "beginnt einen Wert, der nie endet",
  open_quote: "enthält Text, dessen Anführungszeichen nie geschlossen wird",
  invalid: "ist kein gültiges JSON",
  cut_off: "endet zu früh",
};

export const DAMAGE: Readonly<Record<string, string>> = {
  no_sheet: "sie enthält kein Blatt",
  no_file: "es enthält keine Datei",
  packing: "der Inhalt ist verschlüsselt oder auf unbekannte Weise gepackt",
};

/** What a program of its own says stays in the facts: it is English, and for programmers. */
export const damage = (reason: string | null): string =>
  reason !== null && reason in DAMAGE ? ` (${DAMAGE[reason]})` : "";
