import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { TableProblems } from "../../../input-problems.js";
import * as english from "../../en/errors/table-terms.js";
import * as german from "../../de/errors/table-terms.js";

const MOST = 20;

/** Columns, dates and how a file is read. */
export const tables: InEveryLanguage<ErrorSentencesOf<TableProblems>> = {
  delimiter: {
    en: ({ delimiter }) => [
      `The delimiter ${JSON.stringify(delimiter)} is not one plain character.`,
      "Use , ; | or tab.",
    ],
    de: ({ delimiter }) => [
      `Das Trennzeichen ${JSON.stringify(delimiter)} ist nicht genau ein einfaches Zeichen.`,
      "Möglich sind , ; | und tab.",
    ],
  },
  line_number: {
    en: ({ option, value }) => [
      `The ${option === "headerRow" ? "header row" : "number of lines to skip"} ${value} is no line of a file.`,
      "Use a whole number from 0 on.",
    ],
    de: ({ option, value }) => [
      option === "headerRow"
        ? `Die Kopfzeile ${value} ist keine Zeile einer Datei.`
        : `So viele Zeilen (${value}) lassen sich nicht überspringen.`,
      "Nehmen Sie eine ganze Zahl ab 0.",
    ],
  },
  encoding: {
    en: ({ encoding }) => [
      `The encoding ${JSON.stringify(encoding)} is not known.`,
      "Use a name such as utf-8, windows-1252, shift_jis, gb18030, euc-kr, windows-1250 or windows-1251.",
    ],
    de: ({ encoding }) => [
      `Die Zeichenkodierung ${JSON.stringify(encoding)} ist nicht bekannt.`,
      "Nehmen Sie einen Namen wie utf-8, windows-1252, shift_jis, gb18030, euc-kr, windows-1250 oder windows-1251.",
    ],
  },
  date_format_without_year: {
    en: ({ format }, write) => [
      `The date format ${write.quoted(format)} names no year.`,
      "Write it with YYYY or YY, for example DD/MM/YYYY HH:mm.",
    ],
    de: ({ format }, write) => [
      `Das Datumsformat ${write.quoted(format)} nennt kein Jahr.`,
      "Schreiben Sie es mit YYYY oder YY, zum Beispiel DD/MM/YYYY HH:mm.",
    ],
  },
  date_format_of_no_column: {
    en: ({ format }, write) => [
      `No column has dates written as ${write.quoted(format)}.`,
      "Name the date column, or leave the format out to have it found.",
    ],
    de: ({ format }, write) => [
      `In keiner Spalte ist ein Datum als ${write.quoted(format)} geschrieben.`,
      "Nennen Sie die Datumsspalte, oder lassen Sie das Format weg, damit es gefunden wird.",
    ],
  },
  no_dates: {
    en: ({ columns }, write) => [
      `${write.quotedList(columns)} cannot be read as dates.`,
      "Name another date column, or say how its dates are written, for example DD/MM/YYYY HH:mm.",
    ],
    de: ({ columns }, write) => [
      `${write.quotedList(columns)} lässt sich nicht als Datum lesen.`,
      "Nennen Sie eine andere Datumsspalte, oder sagen Sie, wie das Datum geschrieben ist, zum Beispiel DD/MM/YYYY HH:mm.",
    ],
  },
  no_dates_in_format: {
    en: ({ columns, format, first }, write) => [
      `No date in ${write.quotedList(columns)} is written as ${write.quoted(format)}; the first is ${write.quoted(first)}.`,
      "Give the format of the file's own dates, or leave it out to have it found.",
    ],
    de: ({ columns, format, first }, write) => [
      `Kein Datum in ${write.quotedList(columns)} ist als ${write.quoted(format)} geschrieben; das erste lautet ${write.quoted(first)}.`,
      "Nennen Sie das Format, das die Datei hat, oder lassen Sie es weg, damit es gefunden wird.",
    ],
  },
  nothing_across: {
    en: () => [
      "No columns are named by moments, so there is nothing to read across.",
      "Leave the option out, or choose a file with years, months, days or hours as names of columns.",
    ],
    de: () => [
      "Keine Spalten heißen nach Zeitpunkten; es gibt nichts quer zu lesen.",
      "Lassen Sie die Option weg, oder wählen Sie eine Datei mit Jahren, Monaten, Tagen oder Stunden als Spaltennamen.",
    ],
  },
  no_column: {
    en: ({ column, columns }, write) => [
      `There is no column ${write.quoted(column)}; the file has ${write.list(columns.map(write.quoted), MOST)}.`,
      english.SPELLING,
    ],
    de: ({ column, columns }, write) => [
      `Es gibt keine Spalte ${write.quoted(column)}; die Datei hat ${write.list(columns.map(write.quoted), MOST)}.`,
      german.SPELLING,
    ],
  },
  no_column_for_option: {
    en: ({ column, option }, write) => [
      `There is no column ${write.quoted(column)}, which ${option} asks for.`,
      english.SPELLING,
    ],
    de: ({ column, option }, write) => [
      `Es gibt keine Spalte ${write.quoted(column)}, die ${option} verlangt.`,
      german.SPELLING,
    ],
  },
  no_key_value: {
    en: ({ key, value, values }, write) => [
      `${write.quoted(key)} has no value ${write.quoted(value)}; it has ${write.list(values, MOST)}.`,
      "Choose one of the values of the key column.",
    ],
    de: ({ key, value, values }, write) => [
      `${write.quoted(key)} hat keinen Wert ${write.quoted(value)}, sondern ${write.list(values, MOST)}.`,
      "Wählen Sie einen der Werte der Schlüsselspalte.",
    ],
  },
  text_column: {
    en: ({ column }, write) => [
      `Column ${write.quoted(column)} holds text; a KPI must be numbers.`,
      "Name a column of numbers with --kpi or columns.kpis.",
    ],
    de: ({ column }, write) => [
      `Spalte ${write.quoted(column)} enthält Text; ein KPI braucht Zahlen.`,
      "Nennen Sie mit --kpi oder columns.kpis eine Spalte mit Zahlen.",
    ],
  },
  column_without_numbers: {
    en: ({ column }, write) => [
      `The column ${write.quoted(column)} holds no numbers.`,
      "Name a column of numbers as the KPI.",
    ],
    de: ({ column }, write) => [
      `Spalte ${write.quoted(column)} enthält keine Zahlen.`,
      "Nennen Sie als KPI eine Spalte mit Zahlen.",
    ],
  },
  no_kpi: {
    en: () => ["The file has no column of numbers that could be a KPI.", "Name one with --kpi or columns.kpis."],
    de: () => [
      "Die Datei hat keine Spalte mit Zahlen, die ein KPI sein könnte.",
      "Nennen Sie eine mit --kpi oder columns.kpis.",
    ],
  },
  no_numbers: {
    en: ({ columns }, write) => [
      `No column holds numbers to watch; the file has ${write.list(columns.map(write.quoted), 8)}.`,
      "Choose a file with at least one column of numbers, or name the decimal mark if its numbers are written unusually.",
    ],
    de: ({ columns }, write) => [
      `Keine Spalte enthält Zahlen, die sich beobachten ließen; die Datei hat ${write.list(columns.map(write.quoted), 8)}.`,
      "Wählen Sie eine Datei mit wenigstens einer Spalte Zahlen, oder nennen Sie das Dezimalzeichen, wenn ihre Zahlen ungewöhnlich geschrieben sind.",
    ],
  },
  uneven_columns: {
    en: ({ column, cells, first, length }, write) => [
      `Column ${write.quoted(column)} holds ${write.count(cells)} cells, ${write.quoted(first)} ${write.count(length)}; all columns must be equally long.`,
      "Fill missing cells with null.",
    ],
    de: ({ column, cells, first, length }, write) => [
      `Spalte ${write.quoted(column)} hat ${write.count(cells)} Zellen, ${write.quoted(first)} ${write.count(length)}; alle Spalten müssen gleich lang sein.`,
      "Füllen Sie fehlende Zellen mit null.",
    ],
  },
  no_date_to_group_by: {
    en: () => [
      "The table has no date column, so its records can not be put together by time.",
      "Name the date column with --date or columns.date.",
    ],
    de: () => [
      "Die Tabelle hat keine Datumsspalte; ihre Zeilen lassen sich nicht nach der Zeit zusammenfassen.",
      "Nennen Sie die Datumsspalte mit --date oder columns.date.",
    ],
  },
  no_segment_columns: {
    en: () => ["Segments need at least one column.", "Name the columns whose values are the segments."],
    de: () => ["Segmente brauchen wenigstens eine Spalte.", "Nennen Sie die Spalten, deren Werte die Segmente sind."],
  },
  nothing_in_period: {
    en: ({ by }) => [`No record can be put together by ${by}.`, "Check the date column, or keep unfinished periods."],
    de: ({ by }) => [
      `Keine Zeile lässt sich ${german.PERIODS[by] ?? `nach ${by}`} zusammenfassen.`,
      "Prüfen Sie die Datumsspalte, oder behalten Sie angefangene Zeiträume.",
    ],
  },
  how_without_by: {
    en: () => [
      "It is said how records are put together (how), but not by what.",
      "Add --aggregate day (aggregate.by), or --segments with a column (columns.segments).",
    ],
    de: () => [
      "Es ist gesagt, wie Zeilen zusammengefasst werden (how), aber nicht wonach.",
      "Ergänzen Sie --aggregate day (aggregate.by) oder --segments mit einer Spalte (columns.segments).",
    ],
  },
  not_additive: {
    en: ({ column, how }) => [
      `The ${how === "median" ? "median" : "different values"} of ${column} can not be added up over segments.`,
      "Use sum, mean or count with segments.",
    ],
    de: ({ column, how }) => [
      `${how === "median" ? "Der Median" : "Die Zahl verschiedener Werte"} von ${column} lässt sich nicht über Segmente summieren.`,
      "Mit Segmenten gehen sum, mean und count.",
    ],
  },
  too_many_cells: {
    en: ({ groups, moments, cells, most }, write) => [
      `${write.count(groups)} values at ${write.count(moments)} moments are ${write.count(cells)} cells; at most ${write.count(most)} can be laid out.`,
      "Choose a longer period, or a key with fewer values.",
    ],
    de: ({ groups, moments, cells, most }, write) => [
      `${write.count(groups)} Werte zu ${write.count(moments)} Zeitpunkten sind ${write.count(cells)} Zellen; höchstens ${write.count(most)} finden Platz.`,
      "Wählen Sie einen längeren Zeitraum, oder einen Schlüssel mit weniger Werten.",
    ],
  },
  text_put_together: {
    en: ({ column, how }, write) => [
      `Column ${write.quoted(column)} holds text, which has no ${how}.`,
      "Count its cells (count) or its different values (distinct).",
    ],
    de: ({ column, how }, write) => [
      `Spalte ${write.quoted(column)} enthält Text und hat ${german.HOW[how] ?? `kein ${how}`}.`,
      "Zählen Sie ihre Zellen (count) oder ihre verschiedenen Werte (distinct).",
    ],
  },
};
