import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { FileProblems } from "../../../input-problems.js";
import * as english from "../../en/errors/file-terms.js";
import * as german from "../../de/errors/file-terms.js";

/** Files that cannot be opened or hold no text of a table. */
export const files: InEveryLanguage<ErrorSentencesOf<FileProblems>> = {
  no_file: {
    en: ({ path }) => [`There is no file ${path}.`, "Check the path; it is taken relative to the current folder."],
    de: ({ path }) => [`Die Datei ${path} gibt es nicht.`, "Prüfen Sie den Pfad; er gilt vom aktuellen Ordner aus."],
  },
  is_folder: {
    en: ({ path }) => [`${path} is a folder; a file is needed.`, "Name a file in it."],
    de: ({ path }) => [`${path} ist ein Ordner; gebraucht wird eine Datei.`, "Nennen Sie eine Datei darin."],
  },
  not_permitted: {
    en: ({ path }) => [`${path} may not be read.`, "Check its permissions."],
    de: ({ path }) => [`${path} darf nicht gelesen werden.`, "Prüfen Sie die Zugriffsrechte."],
  },
  circular_link: {
    en: ({ path }) => [`${path} is a link that leads in a circle.`, "Name the file itself."],
    de: ({ path }) => [`${path} ist ein Verweis, der im Kreis führt.`, "Nennen Sie die Datei selbst."],
  },
  not_readable: {
    en: ({ path, reason }) => [`${path} could not be read (${reason}).`, "Check the path and the device it is on."],
    de: ({ path, reason }) => [
      `${path} ließ sich nicht lesen (${reason}).`,
      "Prüfen Sie den Pfad und das Gerät, auf dem die Datei liegt.",
    ],
  },
  too_many_bytes: {
    en: ({ path, bytes, most }, write) => [
      `${path} ${bytes === null ? `gives more than ${write.count(most)} bytes` : `has ${write.count(bytes)} bytes`}; at most ${write.count(most)} can be read.`,
      "Split the file or aggregate it first.",
    ],
    de: ({ path, bytes, most }, write) => [
      `${path} ${bytes === null ? `liefert mehr als ${write.count(most)} Bytes` : `hat ${write.count(bytes)} Bytes`}; lesbar sind höchstens ${write.count(most)}.`,
      "Teilen Sie die Datei, oder fassen Sie ihre Zeilen vorher zusammen.",
    ],
  },
  not_enough_memory: {
    en: ({ path }) => [`${path} needs more memory than there is.`, "Split the file first."],
    de: ({ path }) => [`${path} braucht mehr Arbeitsspeicher, als da ist.`, "Teilen Sie die Datei."],
  },
  file_changed: {
    en: ({ path }) => [`${path} has changed since it was analysed.`, "Run the analysis again."],
    de: ({ path }) => [`${path} hat sich seit der Auswertung geändert.`, "Starten Sie die Auswertung erneut."],
  },
  other_file: {
    en: ({ is }) => [
      `This is ${english.OTHER_FILES[is][0]}, not text; a CSV file is needed.`,
      english.OTHER_FILES[is][1],
    ],
    de: ({ is }) => [
      `Das ist ${german.OTHER_FILES[is][0]} und kein Text; gebraucht wird eine CSV-Datei.`,
      german.OTHER_FILES[is][1],
    ],
  },
  binary: {
    en: () => [
      "The file is binary, not text; a CSV file is needed.",
      "Export the data as CSV from the program that wrote this file.",
    ],
    de: () => [
      "Die Datei ist binär und kein Text; gebraucht wird eine CSV-Datei.",
      "Exportieren Sie die Daten als CSV aus dem Programm, das diese Datei geschrieben hat.",
    ],
  },
  text_too_large: {
    en: ({ bytes, most }, write) => [
      `The file has ${write.count(bytes)} bytes; at most ${write.count(most)} can be read.`,
      "Split the file, or keep only the columns and rows of interest.",
    ],
    de: ({ bytes, most }, write) => [
      `Die Datei hat ${write.count(bytes)} Bytes; lesbar sind höchstens ${write.count(most)}.`,
      "Teilen Sie die Datei, oder behalten Sie nur die Spalten und Zeilen, um die es geht.",
    ],
  },
  no_bytes: {
    en: () => ["The file is empty (0 bytes).", "Choose a CSV file with a header line and rows of data."],
    de: () => ["Die Datei ist leer (0 Bytes).", german.WITH_HEADER],
  },
  blank_lines: {
    en: () => ["The file holds no text, only blank lines.", "Choose a CSV file with a header line and rows of data."],
    de: () => ["Die Datei enthält keinen Text, nur leere Zeilen.", german.WITH_HEADER],
  },
  header_only: {
    en: ({ names }) => [
      `The file has a header (${names.join(", ")}) but no rows of data.`,
      "Choose a file with at least a few rows below the header.",
    ],
    de: ({ names }) => [
      `Die Datei hat eine Kopfzeile (${names.join(", ")}), aber keine Datenzeilen.`,
      "Wählen Sie eine Datei mit wenigstens ein paar Zeilen unter der Kopfzeile.",
    ],
  },
  no_rows: {
    en: () => ["The file has names of columns but no rows of data.", "Choose a file with rows below the header."],
    de: () => [
      "Die Datei hat Spaltennamen, aber keine Datenzeilen.",
      "Wählen Sie eine Datei mit Zeilen unter der Kopfzeile.",
    ],
  },
  no_columns: {
    en: () => ["The file has no columns.", "Choose a file with at least a few rows."],
    de: () => ["Die Datei hat keine Spalten.", "Wählen Sie eine Datei mit wenigstens ein paar Zeilen."],
  },
  no_rows_below: {
    en: ({ names }) => [
      `The file has columns (${names.join(", ")}) but no rows of data.`,
      "Choose a file with at least a few rows.",
    ],
    de: ({ names }) => [
      `Die Datei hat Spalten (${names.join(", ")}), aber keine Datenzeilen.`,
      "Wählen Sie eine Datei mit wenigstens ein paar Zeilen.",
    ],
  },
  too_many_columns: {
    en: ({ columns, most }, write) => [
      `The file has ${write.count(columns)} columns; at most ${write.count(most)} can be read.`,
      "Keep only the columns of interest.",
    ],
    de: ({ columns, most }, write) => [
      `Die Datei hat ${write.count(columns)} Spalten; lesbar sind höchstens ${write.count(most)}.`,
      "Behalten Sie nur die Spalten, um die es geht.",
    ],
  },
  one_row: {
    en: () => [
      "The file has one row of data; what is normal can only be learned from many.",
      "Choose a file with at least a few dozen rows.",
    ],
    de: () => [
      "Die Datei hat nur eine Datenzeile; was üblich ist, lässt sich nur aus vielen lernen.",
      "Wählen Sie eine Datei mit wenigstens ein paar Dutzend Zeilen.",
    ],
  },
  markup: {
    en: ({ is }) => [
      `The file is ${english.MARKUP[is]}, not a table in CSV form.`,
      "Export the data as CSV: one line of column names, then one line for each moment.",
    ],
    de: ({ is }) => [
      `Die Datei ist ${german.MARKUP[is]} und keine Tabelle in CSV-Form.`,
      "Exportieren Sie die Daten als CSV: eine Zeile mit Spaltennamen, dann eine Zeile je Zeitpunkt.",
    ],
  },
  prose: {
    en: () => [
      "The file is text without columns: no delimiter and no numbers that repeat line by line.",
      "Choose a file with one line of column names and one line for each moment, or name its delimiter.",
    ],
    de: () => [
      "Die Datei ist Text ohne Spalten: kein Trennzeichen, und keine Zahlen, die sich Zeile für Zeile wiederholen.",
      "Wählen Sie eine Datei mit einer Zeile Spaltennamen und einer Zeile je Zeitpunkt, oder nennen Sie das Trennzeichen.",
    ],
  },
  turned_too_large: {
    en: ({ rows, most }, write) => [
      `Turned on its side, the file has ${write.count(rows)} rows; at most ${write.count(most)} can be read.`,
      "Keep only the rows of interest.",
    ],
    de: ({ rows, most }, write) => [
      `Auf die Seite gedreht hat die Datei ${write.count(rows)} Zeilen; lesbar sind höchstens ${write.count(most)}.`,
      "Behalten Sie nur die Zeilen, um die es geht.",
    ],
  },
};
