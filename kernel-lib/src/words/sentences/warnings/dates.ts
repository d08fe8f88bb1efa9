import type { DateWarnings } from "../../../warning.js";
import type { Sentences } from "../../catalogue.js";
import type { InEveryLanguage } from "../in-every-language.js";
import * as english from "../../en/warning-terms.js";
import * as german from "../../de/warning-terms.js";

const MOST = 5;

/** How dates and the order of rows were read. */
export const dates: InEveryLanguage<Sentences<DateWarnings>> = {
  no_date_column_using_row_index: {
    en: ({ rows }, write) =>
      `No column holds dates; the ${write.count(rows)} rows are taken in the order of the file, one step each.`,
    de: ({ rows }, write) =>
      `Keine Spalte enthält ein Datum; die ${write.count(rows)} Zeilen gelten in der Reihenfolge der Datei, jede als ein Schritt.`,
  },
  several_date_columns: {
    en: ({ used, others }, write) =>
      `${write.quoted(used)} is taken as the date; ${write.quotedList(others)} ${others.length > 1 ? "hold" : "holds"} dates too.`,
    de: ({ used, others }, write) =>
      `${write.quoted(used)} gilt als Datum; auch ${write.quotedList(others)} ${others.length > 1 ? "enthalten" : "enthält"} Daten.`,
  },
  date_in_several_columns: {
    en: ({ columns }, write) => `The date is put together from ${write.quotedList(columns)}.`,
    de: ({ columns }, write) => `Das Datum ist aus ${write.quotedList(columns)} zusammengesetzt.`,
  },
  mixed_date_formats: {
    en: ({ column, formats }, write) =>
      `${write.quoted(column)} has dates in ${formats.length} formats: ${write.list(formats, MOST)}.`,
    de: ({ column, formats }, write) =>
      `In ${write.quoted(column)} stehen Daten in ${formats.length} Schreibweisen: ${write.list(formats, MOST)}.`,
  },
  ambiguous_date_order: {
    en: ({ column, format }, write) =>
      `The dates in ${write.quoted(column)} can be read with the day or the month first; ${format} is taken.`,
    de: ({ column, format }, write) =>
      `In ${write.quoted(column)} kann der Tag oder der Monat vorn stehen; gelesen wird ${format}.`,
  },
  excel_serial_dates_assumed: {
    en: ({ column }, write) =>
      `The numbers in ${write.quoted(column)} are read as spreadsheet days since 1899-12-30 (45292 is 2024-01-01).`,
    de: ({ column }, write) =>
      `Die Zahlen in ${write.quoted(column)} gelten als Tage einer Tabellenkalkulation seit 1899-12-30 (45292 ist 2024-01-01).`,
  },
  unparsable_date_rows: {
    en: ({ column, rows, monthNames }, write) =>
      monthNames === null
        ? `${write.counted(rows, "row has", "rows have")} no date that can be read in ${write.quoted(column)} and ${rows === 1 ? "is" : "are"} left out.`
        : `The month names in ${write.quoted(column)} are read as ${monthNames}; ${write.counted(rows, "row", "rows")} could not be read.`,
    de: ({ column, rows, monthNames }, write) =>
      monthNames === null
        ? `${write.counted(rows, "Zeile hat", "Zeilen haben")} in ${write.quoted(column)} kein lesbares Datum und ${rows === 1 ? "bleibt" : "bleiben"} außen vor.`
        : `Die Monatsnamen in ${write.quoted(column)} werden als ${german.MONTH_LANGUAGES[monthNames] ?? monthNames} gelesen; ${write.counted(rows, "Zeile war", "Zeilen waren")} nicht lesbar.`,
  },
  suspicious_dates: {
    en: ({ rows, example }, write) =>
      `${write.counted(rows, "row has a date", "rows have dates")} far away from all others, for example ${write.when(example)}, and ${rows === 1 ? "is" : "are"} left out.`,
    de: ({ rows, example }, write) =>
      `${write.counted(rows, "Zeile hat", "Zeilen haben")} ein Datum weitab von allen anderen, zum Beispiel ${write.when(example)}, und ${rows === 1 ? "bleibt" : "bleiben"} außen vor.`,
  },
  unsorted_rows_sorted: {
    en: ({ newestFirst }) =>
      newestFirst
        ? "The newest rows stand first in the file; they were sorted by date."
        : "The rows are not in the order of time; they were sorted by date.",
    de: ({ newestFirst }) =>
      newestFirst
        ? "Die neuesten Zeilen stehen oben; sie wurden nach Datum sortiert."
        : "Die Zeilen stehen nicht in zeitlicher Reihenfolge; sie wurden nach Datum sortiert.",
  },
  duplicate_timestamps: {
    en: ({ rows, example }, write) =>
      `${write.counted(rows, "row repeats", "rows repeat")} the date of another row, for example ${write.when(example)}.`,
    de: ({ rows, example }, write) =>
      `${write.counted(rows, "Zeile wiederholt", "Zeilen wiederholen")} das Datum einer anderen, zum Beispiel ${write.when(example)}.`,
  },
  gap: {
    en: ({ gaps, missing, longest, clockChanges, by, cadence }, write) => {
      if (by !== null)
        return `${write.counted(gaps, `${by} has`, `${by}s have`)} no row at all and ${gaps === 1 ? "stays a gap" : "stay gaps"}.`;
      const alike = missing === gaps;
      const lost =
        missing === null
          ? ""
          : ` (${alike && gaps > 1 ? "one value each" : write.counted(missing, "value", "values")} missing)`;
      const which = gaps === 1 ? "" : alike ? "for example " : "the longest ";
      const where =
        longest === null
          ? ""
          : `, ${which}between ${write.when(longest.from, cadence)} and ${write.when(longest.to, cadence)}`;
      const clock =
        clockChanges === 0
          ? ""
          : `; ${clockChanges === gaps ? "all" : write.count(clockChanges)} fit the clock change in spring`;
      return `There ${gaps === 1 ? "is 1 gap" : `are ${write.count(gaps)} gaps`} in time${lost}${where}${clock}. Nothing is filled in.`;
    },
    de: ({ gaps, missing, longest, clockChanges, by, cadence }, write) => {
      if (by !== null)
        return `${write.counted(gaps, `${german.PERIOD[by]} hat`, `${german.PERIODS[by]} haben`)} gar keine Zeile und ${gaps === 1 ? "bleibt eine Lücke" : "bleiben Lücken"}.`;
      const alike = missing === gaps;
      const lost =
        missing === null
          ? ""
          : ` (${alike && gaps > 1 ? "je ein Wert fehlt" : write.counted(missing, "Wert fehlt", "Werte fehlen")})`;
      const which = gaps === 1 ? "" : alike ? "zum Beispiel " : "die längste ";
      const where =
        longest === null
          ? ""
          : `, ${which}zwischen ${write.when(longest.from, cadence)} und ${write.when(longest.to, cadence)}`;
      const clock =
        clockChanges === 0
          ? ""
          : `; ${clockChanges === gaps ? "alle" : write.count(clockChanges)} passen zur Zeitumstellung im Frühjahr`;
      return `Die Zeitachse hat ${write.counted(gaps, "Lücke", "Lücken")}${lost}${where}${clock}. Nichts wird aufgefüllt.`;
    },
  },
  irregular_intervals: {
    en: ({ seconds }, write) =>
      `The rows come at irregular intervals, about every ${english.duration(seconds, write)}.`,
    de: ({ seconds }, write) =>
      `Die Zeilen kommen in unregelmäßigen Abständen, etwa alle ${german.duration(seconds, write)}.`,
  },
  incomplete_last_period: {
    en: ({ time, because }, write) =>
      because === "early"
        ? `The last row (${write.when(time)}) comes before its period is over; its value may be incomplete.`
        : `The last row (${write.when(time)}) is less than half of every row before; its period may not be over.`,
    de: ({ time, because }, write) =>
      because === "early"
        ? `Die letzte Zeile (${write.when(time)}) kommt vor dem Ende ihres Zeitraums; ihr Wert ist vielleicht unvollständig.`
        : `Die letzte Zeile (${write.when(time)}) ist weniger als halb so groß wie jede davor; ihr Zeitraum ist vielleicht noch nicht zu Ende.`,
  },
  calendar_converted: {
    en: ({ column, calendar }, write) =>
      `The dates in ${write.quoted(column)} are read as those of the ${calendar === "persian" ? "Persian calendar (1403 began on 20 March 2024)" : "Islamic calendar of Umm al-Qura (1446 began on 7 July 2024)"}.`,
    de: ({ column, calendar }, write) =>
      `Die Daten in ${write.quoted(column)} werden als die des ${calendar === "persian" ? "persischen Kalenders (1403 begann am 20. März 2024)" : "islamischen Kalenders von Umm al-Qura (1446 begann am 7. Juli 2024)"} gelesen.`,
  },
  days_without_year: {
    en: ({ column }, write) =>
      `The dates in ${write.quoted(column)} have no year; the rows are taken in the order of the file.`,
    de: ({ column }, write) =>
      `Den Daten in ${write.quoted(column)} fehlt das Jahr; die Zeilen gelten in der Reihenfolge der Datei.`,
  },
  buddhist_years: {
    en: ({ column }, write) => `The years in ${write.quoted(column)} are read as Buddhist ones (2567 is 2024).`,
    de: ({ column }, write) => `Die Jahre in ${write.quoted(column)} werden als buddhistische gelesen (2567 ist 2024).`,
  },
  minguo_years: {
    en: ({ column }, write) =>
      `Years in ${write.quoted(column)} are read as those of the Republic of China (113 is 2024).`,
    de: ({ column }, write) =>
      `Die Jahre in ${write.quoted(column)} werden als die der Republik China gelesen (113 ist 2024).`,
  },
  fiscal_periods: {
    en: ({ column }, write) =>
      `${write.quoted(column)} counts periods of the fiscal year; they are read as if it began in January.`,
    de: ({ column }, write) =>
      `${write.quoted(column)} zählt Perioden des Geschäftsjahrs; sie werden gelesen, als begänne es im Januar.`,
  },
  interval_start_taken: {
    en: ({ column }, write) => `${write.quoted(column)} holds intervals; their start is taken as the date.`,
    de: ({ column }, write) => `In ${write.quoted(column)} stehen Intervalle; als Datum gilt ihr Beginn.`,
  },
  settlement_periods: {
    en: ({ column, perDay }, write) =>
      `${write.quoted(column)} counts the ${perDay} periods of a day, the first at midnight.`,
    de: ({ column, perDay }, write) =>
      `${write.quoted(column)} zählt die ${perDay} Perioden eines Tages, die erste ab Mitternacht.`,
  },
};
