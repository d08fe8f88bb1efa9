import type { TableProblems } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const MOST = 20;
const SPELLING = "Nennen Sie eine Spalte so, wie sie in der Kopfzeile steht; Groß- und Kleinschreibung zählt.";

const HOW: Readonly<Record<string, string>> = {
  sum: "keine Summe",
  mean: "keinen Mittelwert",
  median: "keinen Median",
};
const PERIODS: Readonly<Record<string, string>> = {
  minute: "je Minute",
  hour: "je Stunde",
  day: "je Tag",
  week: "je Woche",
  month: "je Monat",
  quarter: "je Quartal",
  year: "je Jahr",
};

/** Columns, dates and how a file is read. */
export const tables: ErrorSentencesOf<TableProblems> = {
  delimiter: ({ delimiter }) => [
    `Das Trennzeichen ${JSON.stringify(delimiter)} ist nicht genau ein einfaches Zeichen.`,
    "Möglich sind , ; | und tab.",
  ],
  line_number: ({ option, value }) => [
    option === "headerRow"
      ? `Die Kopfzeile ${value} ist keine Zeile einer Datei.`
      : `So viele Zeilen (${value}) lassen sich nicht überspringen.`,
    "Nehmen Sie eine ganze Zahl ab 0.",
  ],
  encoding: ({ encoding }) => [
    `Die Zeichenkodierung ${JSON.stringify(encoding)} ist nicht bekannt.`,
    "Nehmen Sie einen Namen wie utf-8, windows-1252, shift_jis, gb18030, euc-kr, windows-1250 oder windows-1251.",
  ],
  date_format_without_year: ({ format }, write) => [
    `Das Datumsformat ${write.quoted(format)} nennt kein Jahr.`,
    "Schreiben Sie es mit YYYY oder YY, zum Beispiel DD/MM/YYYY HH:mm.",
  ],
  date_format_of_no_column: ({ format }, write) => [
    `In keiner Spalte ist ein Datum als ${write.quoted(format)} geschrieben.`,
    "Nennen Sie die Datumsspalte, oder lassen Sie das Format weg, damit es gefunden wird.",
  ],
  no_dates: ({ columns }, write) => [
    `${write.quotedList(columns)} lässt sich nicht als Datum lesen.`,
    "Nennen Sie eine andere Datumsspalte, oder sagen Sie, wie das Datum geschrieben ist, zum Beispiel DD/MM/YYYY HH:mm.",
  ],
  no_dates_in_format: ({ columns, format, first }, write) => [
    `Kein Datum in ${write.quotedList(columns)} ist als ${write.quoted(format)} geschrieben; das erste lautet ${write.quoted(first)}.`,
    "Nennen Sie das Format, das die Datei hat, oder lassen Sie es weg, damit es gefunden wird.",
  ],
  nothing_across: () => [
    "Keine Spalten heißen nach Zeitpunkten; es gibt nichts quer zu lesen.",
    "Lassen Sie die Option weg, oder wählen Sie eine Datei mit Jahren, Monaten, Tagen oder Stunden als Spaltennamen.",
  ],
  no_column: ({ column, columns }, write) => [
    `Es gibt keine Spalte ${write.quoted(column)}; die Datei hat ${write.list(columns.map(write.quoted), MOST)}.`,
    SPELLING,
  ],
  no_column_for_option: ({ column, option }, write) => [
    `Es gibt keine Spalte ${write.quoted(column)}, die ${option} verlangt.`,
    SPELLING,
  ],
  no_key_value: ({ key, value, values }, write) => [
    `${write.quoted(key)} hat keinen Wert ${write.quoted(value)}, sondern ${write.list(values, MOST)}.`,
    "Wählen Sie einen der Werte der Schlüsselspalte.",
  ],
  text_column: ({ column }, write) => [
    `Spalte ${write.quoted(column)} enthält Text; ein KPI braucht Zahlen.`,
    "Nennen Sie mit --kpi oder columns.kpis eine Spalte mit Zahlen.",
  ],
  column_without_numbers: ({ column }, write) => [
    `Spalte ${write.quoted(column)} enthält keine Zahlen.`,
    "Nennen Sie als KPI eine Spalte mit Zahlen.",
  ],
  no_kpi: () => [
    "Die Datei hat keine Spalte mit Zahlen, die ein KPI sein könnte.",
    "Nennen Sie eine mit --kpi oder columns.kpis.",
  ],
  no_numbers: ({ columns }, write) => [
    `Keine Spalte enthält Zahlen, die sich beobachten ließen; die Datei hat ${write.list(columns.map(write.quoted), 8)}.`,
    "Wählen Sie eine Datei mit wenigstens einer Spalte Zahlen, oder nennen Sie das Dezimalzeichen, wenn ihre Zahlen ungewöhnlich geschrieben sind.",
  ],
  uneven_columns: ({ column, cells, first, length }, write) => [
    `Spalte ${write.quoted(column)} hat ${write.count(cells)} Zellen, ${write.quoted(first)} ${write.count(length)}; alle Spalten müssen gleich lang sein.`,
    "Füllen Sie fehlende Zellen mit null.",
  ],
  no_date_to_group_by: () => [
    "Die Tabelle hat keine Datumsspalte; ihre Zeilen lassen sich nicht nach der Zeit zusammenfassen.",
    "Nennen Sie die Datumsspalte mit --date oder columns.date.",
  ],
  no_segment_columns: () => [
    "Segmente brauchen wenigstens eine Spalte.",
    "Nennen Sie die Spalten, deren Werte die Segmente sind.",
  ],
  nothing_in_period: ({ by }) => [
    `Keine Zeile lässt sich ${PERIODS[by] ?? `nach ${by}`} zusammenfassen.`,
    "Prüfen Sie die Datumsspalte, oder behalten Sie angefangene Zeiträume.",
  ],
  how_without_by: () => [
    "Es ist gesagt, wie Zeilen zusammengefasst werden (how), aber nicht wonach.",
    "Ergänzen Sie --aggregate day (aggregate.by) oder --segments mit einer Spalte (columns.segments).",
  ],
  not_additive: ({ column, how }) => [
    `${how === "median" ? "Der Median" : "Die Zahl verschiedener Werte"} von ${column} lässt sich nicht über Segmente summieren.`,
    "Mit Segmenten gehen sum, mean und count.",
  ],
  too_many_cells: ({ groups, moments, cells, most }, write) => [
    `${write.count(groups)} Werte zu ${write.count(moments)} Zeitpunkten sind ${write.count(cells)} Zellen; höchstens ${write.count(most)} finden Platz.`,
    "Wählen Sie einen längeren Zeitraum, oder einen Schlüssel mit weniger Werten.",
  ],
  text_put_together: ({ column, how }, write) => [
    `Spalte ${write.quoted(column)} enthält Text und hat ${HOW[how] ?? `kein ${how}`}.`,
    "Zählen Sie ihre Zellen (count) oder ihre verschiedenen Werte (distinct).",
  ],
};
