import type { FilePart, FormatProblems, JsonFault } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const NO_PART: Readonly<Record<FilePart, string>> = {
  sheet: "Ein Blatt",
  table: "Eine Tabelle",
  file: "Eine Datei",
  records: "Eine Liste von Datensätzen",
};

const JSON_FAULTS: Readonly<Record<JsonFault, string>> = {
  too_deep: "ist zu tief verschachtelt",
  never_ends: "beginnt einen Wert, der nie endet",
  open_quote: "enthält Text, dessen Anführungszeichen nie geschlossen wird",
  invalid: "ist kein gültiges JSON",
  cut_off: "endet zu früh",
};

const DAMAGE: Readonly<Record<string, string>> = {
  no_sheet: "sie enthält kein Blatt",
  no_file: "es enthält keine Datei",
  packing: "der Inhalt ist verschlüsselt oder auf unbekannte Weise gepackt",
};

/** What a program of its own says stays in the facts: it is English, and for programmers. */
const damage = (reason: string | null): string => (reason !== null && reason in DAMAGE ? ` (${DAMAGE[reason]})` : "");

/** Files in a format beside delimited text. */
export const formats: ErrorSentencesOf<FormatProblems> = {
  nothing_piped: () => [
    "Die Standardeingabe ist leer.",
    "Leiten Sie die Daten hinein, wie es `kpi-anomaly detect - < umsatz.csv` tut.",
  ],
  damaged: ({ called, reason }) => [
    `Die Datei beginnt wie ${called.de}, lässt sich aber nicht so lesen${damage(reason)}.`,
    "Schreiben oder laden Sie sie noch einmal; wenn andere Programme sie öffnen, exportieren Sie die Tabelle als CSV.",
  ],
  no_part: ({ part, told, names, count }) => [
    `${NO_PART[part]} „${told}“ gibt es nicht; die Datei hat ${names.map((name) => `„${name}“`).join(", ")}${count > names.length ? ", …" : ""}.`,
    "Nennen Sie eines davon, oder lassen Sie die Angabe weg.",
  ],
  unpacks_too_far: () => [
    "Entpackt wäre die Datei weit größer als jede Tabelle oder größer, als sich lesen lässt.",
    "Entpacken Sie sie mit einem anderen Programm, und sehen Sie nach, was darin ist.",
  ],
  broken_json: ({ line, fault }) => [
    `Zeile ${line} der JSON-Datei ${JSON_FAULTS[fault]}.`,
    "Schreiben Sie die Datei noch einmal; vielleicht ist sie abgeschnitten.",
  ],
  invalid_json: ({ line }) => [
    `Zeile ${line} ist kein gültiges JSON.`,
    "Gebraucht wird ein Objekt je Zeile oder eine Liste von Objekten.",
  ],
  no_records: () => [
    "Die Datei ist JSON, enthält aber keine Liste von Datensätzen.",
    "Gebraucht wird eine Liste von Objekten mit denselben Namen, eines je Zeitpunkt.",
  ],
  too_many_names: ({ names }, write) => [
    `Die Datensätze haben ${write.count(names)} verschiedene Namen, und kaum einer hat mehr als ein paar davon.`,
    "Behalten Sie nur die Spalten, um die es geht.",
  ],
  no_table_with_rows: () => [
    "Die Datenbank hat keine Tabelle mit Zeilen, die sich lesen lassen.",
    "Sichten und virtuelle Tabellen sind nicht lesbar: Exportieren Sie als CSV, was sie zeigen.",
  ],
  other_workbook: ({ is }) => [
    `Die Datei ist ${is === "xlsb" ? "eine binäre Excel-Mappe (.xlsb)" : "eine OpenDocument-Datei"} und nicht lesbar.`,
    "Öffnen Sie sie in einer Tabellenkalkulation, und speichern Sie sie als Excel-Mappe (xlsx) oder CSV.",
  ],
  several_files: ({ names, count }, write) => [
    `Das ZIP-Archiv enthält ${write.count(count)} Dateien: ${names.join(", ")}${count > names.length ? ", …" : ""}.`,
    "Sagen Sie mit --sheet NAME (oder read.sheet), welche gemeint ist, oder entpacken Sie das Archiv.",
  ],
};
