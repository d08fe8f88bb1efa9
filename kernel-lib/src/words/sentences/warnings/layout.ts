import type { LayoutWarnings } from "../../../warning.js";
import type { Sentences } from "../../catalogue.js";
import type { InEveryLanguage } from "../in-every-language.js";
import * as english from "../../en/warning-terms.js";
import * as german from "../../de/warning-terms.js";

const MOST = 5;

/** How the text is laid out: encoding, header, quotes, other tables. */
export const layout: InEveryLanguage<Sentences<LayoutWarnings>> = {
  not_utf8: {
    en: ({ readAs }) =>
      readAs === "utf-8"
        ? "Some bytes of the file are not valid UTF-8 and were replaced."
        : `The file is not UTF-8; it is read as ${english.encodingName(readAs)}.`,
    de: ({ readAs }) =>
      readAs === "utf-8"
        ? "Einige Bytes der Datei sind kein gültiges UTF-8 und wurden ersetzt."
        : `Die Datei ist nicht in UTF-8; sie wird als ${german.encodingName(readAs)} gelesen.`,
  },
  nul_bytes: {
    en: ({ bytes }, write) =>
      `${write.counted(bytes, "empty (NUL) byte was", "empty (NUL) bytes were")} taken out of the text.`,
    de: ({ bytes }, write) =>
      `${write.counted(bytes, "leeres Byte (NUL) wurde", "leere Bytes (NUL) wurden")} aus dem Text entfernt.`,
  },
  no_header: {
    en: ({ columns }) =>
      `The first line is data, not names; ${columns === 1 ? "the column is called column_1" : `the columns are called column_1 to column_${columns}`}.`,
    de: ({ columns }) =>
      `Die erste Zeile enthält Werte, keine Namen; ${columns === 1 ? "die Spalte heißt column_1" : `die Spalten heißen column_1 bis column_${columns}`}.`,
  },
  duplicate_headers: {
    en: ({ renamed }, write) =>
      `Some columns have the same name: ${write.list(
        renamed.map(({ from, to }) => `${write.quoted(from)} is now ${write.quoted(to)}`),
        MOST,
      )}.`,
    de: ({ renamed }, write) =>
      `Mehrere Spalten heißen gleich: ${write.list(
        renamed.map(({ from, to }) => `${write.quoted(from)} heißt jetzt ${write.quoted(to)}`),
        MOST,
      )}.`,
  },
  empty_header: {
    en: ({ columns, names }, write) =>
      `${write.counted(columns, "column has", "columns have")} no name; called ${write.list(names, MOST)}.`,
    de: ({ columns, names }, write) =>
      `${write.counted(columns, "Spalte hat", "Spalten haben")} keinen Namen und ${columns === 1 ? "heißt" : "heißen"} ${write.list(names, MOST)}.`,
  },
  ragged_rows: {
    en: ({ short, long }, write) =>
      [
        short > 0
          ? `${write.counted(short, "row has", "rows have")} fewer cells than there are columns (the rest is missing)`
          : "",
        long > 0
          ? `${write.counted(long, "row has", "rows have")} more cells than there are columns (what is beyond is ignored)`
          : "",
      ]
        .filter((part) => part !== "")
        .join("; ") + ".",
    de: ({ short, long }, write) =>
      [
        short > 0
          ? `${write.counted(short, "Zeile hat", "Zeilen haben")} weniger Zellen als Spalten (der Rest fehlt)`
          : "",
        long > 0
          ? `${write.counted(long, "Zeile hat", "Zeilen haben")} mehr Zellen als Spalten (die überzähligen zählen nicht)`
          : "",
      ]
        .filter((part) => part !== "")
        .join("; ") + ".",
  },
  unclosed_quote: {
    en: ({ lines }, write) =>
      `A quotation mark is opened on line ${write.list(lines.map(String), MOST)} and never closed; it is read as an ordinary character.`,
    de: ({ lines }, write) =>
      `In Zeile ${write.list(lines.map(String), MOST)} öffnet ein Anführungszeichen, das nie geschlossen wird; es gilt als gewöhnliches Zeichen.`,
  },
  comment_lines_skipped: {
    en: ({ lines }, write) =>
      `${write.counted(lines, "line that begins with # or // was", "lines that begin with # or // were")} skipped.`,
    de: ({ lines }, write) =>
      `${write.counted(lines, "Zeile, die mit # oder // beginnt, wurde", "Zeilen, die mit # oder // beginnen, wurden")} übersprungen.`,
  },
  preamble_skipped: {
    en: ({ lines }, write) =>
      `${write.counted(lines, "line of text above the table was", "lines of text above the table were")} skipped.`,
    de: ({ lines }, write) =>
      `${write.counted(lines, "Zeile Text über der Tabelle wurde", "Zeilen Text über der Tabelle wurden")} übersprungen.`,
  },
  many_columns: {
    en: ({ columns }, write) =>
      `The file has ${write.count(columns)} columns; choose the KPIs to watch, because looking at all of them takes long and finds more by chance.`,
    de: ({ columns }, write) =>
      `Die Datei hat ${write.count(columns)} Spalten; wählen Sie die KPIs aus, denn alle zu betrachten dauert lange und findet mehr Zufälliges.`,
  },
  header_of_several_rows: {
    en: ({ rows }) => `The names of the columns are put together from ${rows} rows.`,
    de: ({ rows }) => `Die Spaltennamen sind aus ${rows} Zeilen zusammengesetzt.`,
  },
  other_tables_skipped: {
    en: ({ tables, line }, write) =>
      `${write.counted(tables, "other table", "other tables")} in the file, from line ${line} on, ${tables === 1 ? "is" : "are"} not read.`,
    de: ({ tables, line }, write) =>
      `${write.counted(tables, "weitere Tabelle", "weitere Tabellen")} in der Datei, ab Zeile ${line}, ${tables === 1 ? "wird" : "werden"} nicht gelesen.`,
  },
  whole_lines_quoted: {
    en: () => "Every line stands in quotation marks as a whole; the cells inside are read.",
    de: () => "Jede Zeile steht als Ganzes in Anführungszeichen; gelesen werden die Zellen darin.",
  },
  header_row_given: {
    en: ({ line }) => `The names of the columns are taken from line ${line}, as you said.`,
    de: ({ line }) => `Die Spaltennamen kommen aus Zeile ${line}, wie angegeben.`,
  },
  rows_skipped_as_told: {
    en: ({ lines }, write) => `The first ${write.counted(lines, "line is", "lines are")} skipped, as you said.`,
    de: ({ lines }, write) =>
      lines === 1
        ? "Die erste Zeile wird übersprungen, wie angegeben."
        : `Die ersten ${write.count(lines)} Zeilen werden übersprungen, wie angegeben.`,
  },
  encoding_given: {
    en: ({ encoding }) => `The file is read as ${english.encodingName(encoding)}, as you said.`,
    de: ({ encoding }) => `Die Datei wird als ${german.encodingName(encoding)} gelesen, wie angegeben.`,
  },
  sheet_chosen: {
    en: ({ sheet, sheets, others }, write) =>
      `"${sheet}" was read, which has dates and numbers; ${write.counted(sheets - 1, "other is", "others are")} left out (${write.list(others)}${sheets - 1 > others.length ? ", …" : ""}).`,
    de: ({ sheet, sheets, others }, write) =>
      `Gelesen wurde „${sheet}“ mit Daten und Zahlen; ${sheets === 2 ? "nicht gelesen wurde" : `${write.count(sheets - 1)} andere bleiben außer Betracht:`} ${write.list(others)}${sheets - 1 > others.length ? " …" : ""}.`,
  },
  sheet_given: {
    en: ({ sheet }) => `"${sheet}" was read, as you said.`,
    de: ({ sheet }) => `Gelesen wurde „${sheet}“, wie angegeben.`,
  },
};
