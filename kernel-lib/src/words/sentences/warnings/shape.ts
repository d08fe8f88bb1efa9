import type { ShapeWarnings } from "../../../warning.js";
import type { Sentences } from "../../catalogue.js";
import type { InEveryLanguage } from "../in-every-language.js";
import * as english from "../../en/warning-terms.js";
import * as german from "../../de/warning-terms.js";

const MOST = 5;

/** How rows became series, and rows were put together. */
export const shape: InEveryLanguage<Sentences<ShapeWarnings>> = {
  long_format: {
    en: ({ columns, series }, write) =>
      series > 0
        ? `The file holds several rows for one moment; ${write.quotedList(columns)} ${columns.length > 1 ? "tell" : "tells"} them apart and ${columns.length > 1 ? "make" : "makes"} ${write.count(series)} series.`
        : `The file holds several rows for one moment; ${write.quotedList(columns)} splits it into series.`,
    de: ({ columns, series }, write) =>
      series > 0
        ? `Zu einem Zeitpunkt gibt es mehrere Zeilen; ${write.quotedList(columns)} ${columns.length > 1 ? "unterscheiden" : "unterscheidet"} sie und ${columns.length > 1 ? "ergeben" : "ergibt"} ${write.count(series)} Reihen.`
        : `Zu einem Zeitpunkt gibt es mehrere Zeilen; ${write.quotedList(columns)} teilt sie in Reihen auf.`,
  },
  coarser_periods_left_out: {
    en: ({ column, rows, formats }, write) =>
      `${write.quoted(column)} holds periods of several lengths; the shortest are read, ${write.counted(rows, "row", "rows")} of longer ones (${write.list(formats, MOST)}) ${rows === 1 ? "is" : "are"} left out.`,
    de: ({ column, rows, formats }, write) =>
      `In ${write.quoted(column)} stehen Zeiträume verschiedener Länge; gelesen werden die kürzesten, ${write.counted(rows, "Zeile", "Zeilen")} mit längeren (${write.list(formats, MOST)}) ${rows === 1 ? "bleibt" : "bleiben"} außen vor.`,
  },
  dates_across: {
    en: ({ columns, first, last }, write) =>
      `${write.count(columns)} columns are named by moments, from ${write.quoted(first)} to ${write.quoted(last)}: the series seem to run across. Read with dates across, each moment becomes a row.`,
    de: ({ columns, first, last }, write) =>
      `${write.count(columns)} Spalten sind nach Zeitpunkten benannt, von ${write.quoted(first)} bis ${write.quoted(last)}: Die Reihen laufen offenbar quer. Quer gelesen (dates across) wird jeder Zeitpunkt eine Zeile.`,
  },
  filled_down: {
    en: ({ column, cells }, write) =>
      `${write.quoted(column)} stands in the first row of each group alone; ${write.counted(cells, "blank cell", "blank cells")} below ${cells === 1 ? "takes" : "take"} it over.`,
    de: ({ column, cells }, write) =>
      `${write.quoted(column)} steht nur in der ersten Zeile jeder Gruppe; ${write.counted(cells, "leere Zelle", "leere Zellen")} darunter ${cells === 1 ? "übernimmt" : "übernehmen"} den Inhalt.`,
  },
  columns_turned_to_rows: {
    en: ({ columns }, write) => `The ${write.count(columns)} columns named by moments are read as rows.`,
    de: ({ columns }, write) =>
      `Die ${write.count(columns)} nach Zeitpunkten benannten Spalten werden als Zeilen gelesen.`,
  },
  aggregated: {
    en: ({ by, ways }, write) =>
      `Each ${by} is one row: ${english.inWords(ways, write)}${by === "week" ? "; weeks start on Monday" : ""}.`,
    de: ({ by, ways }, write) =>
      `${german.EVERY[by]} ist eine Zeile: ${german.inWords(ways, write)}${by === "week" ? "; Wochen beginnen am Montag" : ""}.`,
  },
  unfinished_period_left_out: {
    en: ({ by, which, time }, write) =>
      `The ${which} ${by} is unfinished and left out: the file ${which === "first" ? "begins only at" : "ends at"} ${write.when(time)}.`,
    de: ({ by, which, time }, write) =>
      `${by === "hour" || by === "week" ? "Die" : "Der"} ${which === "first" ? "erste" : "letzte"} ${german.PERIOD[by]} ist unvollständig und bleibt außen vor: Die Datei ${which === "first" ? "beginnt erst am" : "endet am"} ${write.when(time)}.`,
  },
  segments_pooled: {
    en: ({ keys, total, others, kept, values, by, ways }, write) => {
      const rest = values - kept;
      const pooled =
        others === null
          ? `Each of the ${write.count(values)} values of ${write.list(keys)} is a series`
          : `The ${write.count(kept)} largest of ${write.count(values)} values of ${write.list(keys)} are series, ${rest === 1 ? "the other is" : `the other ${write.count(rest)} are`} pooled as ${write.quoted(others)}`;
      return `${pooled}; ${write.quoted(total)} is the whole${by === null ? "" : `, by ${by}`}: ${english.inWords(ways, write)}.`;
    },
    de: ({ keys, total, others, kept, values, by, ways }, write) => {
      const rest = values - kept;
      const pooled =
        others === null
          ? `Jeder der ${write.count(values)} Werte von ${write.list(keys)} ist eine Reihe`
          : `Die ${write.count(kept)} größten von ${write.count(values)} Werten von ${write.list(keys)} sind Reihen, ${rest === 1 ? "der übrige ist" : `die übrigen ${write.count(rest)} sind`} als ${write.quoted(others)} zusammengefasst`;
      return `${pooled}; ${write.quoted(total)} ist das Ganze${by === null ? "" : `, ${german.PER[by]}`}: ${german.inWords(ways, write)}.`;
    },
  },
};
