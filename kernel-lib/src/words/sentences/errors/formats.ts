import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { FormatProblems } from "../../../input-problems.js";
import * as english from "../../en/errors/format-terms.js";
import * as german from "../../de/errors/format-terms.js";

/** Files in a format beside delimited text. */
export const formats: InEveryLanguage<ErrorSentencesOf<FormatProblems>> = {
  nothing_piped: {
    en: () => [
      "Nothing is piped into standard input.",
      "Write the data into it, as `kpi-anomaly detect - < sales.csv` does.",
    ],
    de: () => [
      "Die Standardeingabe ist leer.",
      "Leiten Sie die Daten hinein, wie es `kpi-anomaly detect - < umsatz.csv` tut.",
    ],
  },
  damaged: {
    en: ({ called, reason }) => [
      `The file begins as ${called.en} but cannot be read as such${english.damage(reason)}.`,
      "Write or download it again; if other programs open it, export the table as CSV.",
    ],
    de: ({ called, reason }) => [
      `Die Datei beginnt wie ${called.de}, lässt sich aber nicht so lesen${german.damage(reason)}.`,
      "Schreiben oder laden Sie sie noch einmal; wenn andere Programme sie öffnen, exportieren Sie die Tabelle als CSV.",
    ],
  },
  no_part: {
    en: ({ part, told, names, count }) => [
      `There is no ${english.PARTS[part]} "${told}"; the file has ${names.map((name) => `"${name}"`).join(", ")}${count > names.length ? ", …" : ""}.`,
      "Name one of them, or leave it out to have it chosen.",
    ],
    de: ({ part, told, names, count }) => [
      `${german.NO_PART[part]} „${told}“ gibt es nicht; die Datei hat ${names.map((name) => `„${name}“`).join(", ")}${count > names.length ? ", …" : ""}.`,
      "Nennen Sie eines davon, oder lassen Sie die Angabe weg.",
    ],
  },
  unpacks_too_far: {
    en: () => [
      "The file unpacks to far more than any table would, or more than can be read.",
      "Unpack it with another program and look at what is inside.",
    ],
    de: () => [
      "Entpackt wäre die Datei weit größer als jede Tabelle oder größer, als sich lesen lässt.",
      "Entpacken Sie sie mit einem anderen Programm, und sehen Sie nach, was darin ist.",
    ],
  },
  broken_json: {
    en: ({ line, fault }) => [
      `Line ${line} of the JSON file ${english.JSON_FAULTS[fault]}.`,
      "Write the file again; it may have been cut off.",
    ],
    de: ({ line, fault }) => [
      `Zeile ${line} der JSON-Datei ${german.JSON_FAULTS[fault]}.`,
      "Schreiben Sie die Datei noch einmal; vielleicht ist sie abgeschnitten.",
    ],
  },
  invalid_json: {
    en: ({ line }) => [`Line ${line} is not valid JSON.`, "One object a line, or one list of objects, is needed."],
    de: ({ line }) => [
      `Zeile ${line} ist kein gültiges JSON.`,
      "Gebraucht wird ein Objekt je Zeile oder eine Liste von Objekten.",
    ],
  },
  no_records: {
    en: () => [
      "The file is JSON, but holds no list of records.",
      "A list of objects with the same names is needed, one for each moment.",
    ],
    de: () => [
      "Die Datei ist JSON, enthält aber keine Liste von Datensätzen.",
      "Gebraucht wird eine Liste von Objekten mit denselben Namen, eines je Zeitpunkt.",
    ],
  },
  too_many_names: {
    en: ({ names }, write) => [
      `The records have ${write.count(names)} different names, and hardly any record has more than a few of them.`,
      "Keep only the columns of interest.",
    ],
    de: ({ names }, write) => [
      `Die Datensätze haben ${write.count(names)} verschiedene Namen, und kaum einer hat mehr als ein paar davon.`,
      "Behalten Sie nur die Spalten, um die es geht.",
    ],
  },
  no_table_with_rows: {
    en: () => [
      "The database has no table with rows that can be read.",
      "Views and virtual tables cannot be read: export what they show as CSV.",
    ],
    de: () => [
      "Die Datenbank hat keine Tabelle mit Zeilen, die sich lesen lassen.",
      "Sichten und virtuelle Tabellen sind nicht lesbar: Exportieren Sie als CSV, was sie zeigen.",
    ],
  },
  other_workbook: {
    en: ({ is }) => [
      `The file is ${is === "xlsb" ? "a binary Excel workbook (.xlsb)" : "an OpenDocument file"}, which cannot be read.`,
      "Open it in a spreadsheet and save it as an Excel workbook (xlsx) or as CSV.",
    ],
    de: ({ is }) => [
      `Die Datei ist ${is === "xlsb" ? "eine binäre Excel-Mappe (.xlsb)" : "eine OpenDocument-Datei"} und nicht lesbar.`,
      "Öffnen Sie sie in einer Tabellenkalkulation, und speichern Sie sie als Excel-Mappe (xlsx) oder CSV.",
    ],
  },
  several_files: {
    en: ({ names, count }, write) => [
      `The ZIP archive holds ${write.count(count)} files: ${names.join(", ")}${count > names.length ? ", …" : ""}.`,
      "Say which one with --sheet NAME (or read.sheet), or unpack the archive.",
    ],
    de: ({ names, count }, write) => [
      `Das ZIP-Archiv enthält ${write.count(count)} Dateien: ${names.join(", ")}${count > names.length ? ", …" : ""}.`,
      "Sagen Sie mit --sheet NAME (oder read.sheet), welche gemeint ist, oder entpacken Sie das Archiv.",
    ],
  },
};
