import type { ValueWarnings } from "../../../warning.js";
import type { Sentences } from "../../catalogue.js";
import type { InEveryLanguage } from "../in-every-language.js";

const MOST = 5;

/** What columns hold. */
export const values: InEveryLanguage<Sentences<ValueWarnings>> = {
  too_few_rows_for_detection: {
    en: ({ rows, needed }, write) =>
      `Only ${write.counted(rows, "row", "rows")} can be used; at least ${needed} are needed to know what is normal.`,
    de: ({ rows, needed }, write) =>
      `Nur ${write.counted(rows, "Zeile ist", "Zeilen sind")} brauchbar; mindestens ${needed} sind nötig, um zu wissen, was üblich ist.`,
  },
  constant_column: {
    en: ({ column }, write) => `${write.quoted(column)} is the same in every row.`,
    de: ({ column }, write) => `${write.quoted(column)} ist in jeder Zeile gleich.`,
  },
  empty_column: {
    en: ({ column }, write) => `${write.quoted(column)} holds no values.`,
    de: ({ column }, write) => `${write.quoted(column)} enthält keine Werte.`,
  },
  missing_values: {
    en: ({ column, missing, of, unreadable }, write) =>
      `${write.count(missing)} of ${write.count(of)} cells in ${write.quoted(column)} hold no value${unreadable > 0 ? ` (${write.count(unreadable)} with text that is no number)` : ""}; they are left out, never counted as 0.`,
    de: ({ column, missing, of, unreadable }, write) =>
      `${write.count(missing)} von ${write.count(of)} Zellen in ${write.quoted(column)} ${missing === 1 ? "enthält" : "enthalten"} keinen Wert${unreadable > 0 ? ` (${write.count(unreadable)} mit Text, der keine Zahl ist)` : ""}; sie bleiben außen vor und zählen nie als 0.`,
  },
  non_finite_values: {
    en: ({ column, cells }, write) =>
      `${write.counted(cells, "cell", "cells")} in ${write.quoted(column)} ${cells === 1 ? "holds" : "hold"} infinity; treated as missing.`,
    de: ({ column, cells }, write) =>
      `${write.counted(cells, "Zelle", "Zellen")} in ${write.quoted(column)} ${cells === 1 ? "enthält" : "enthalten"} unendlich und ${cells === 1 ? "gilt" : "gelten"} als fehlend.`,
  },
  possible_missing_value_code: {
    en: ({ column, value, times }, write) =>
      `${value} in ${write.quoted(column)} stands ${write.counted(times, "time", "times")}, far from all other values, and may mean "no value"; it is kept as a number unless you name it as missing.`,
    de: ({ column, value, times }, write) =>
      `${String(value).replace(".", ",")} steht in ${write.quoted(column)} ${times}-mal, weitab von allen anderen Werten, und heißt vielleicht „kein Wert“; es bleibt eine Zahl, solange Sie es nicht als fehlend angeben.`,
  },
  precision_above_2_53: {
    en: ({ column }, write) =>
      `${write.quoted(column)} has whole numbers above 9,007,199,254,740,992, whose last digits cannot be kept.`,
    de: ({ column }, write) =>
      `${write.quoted(column)} enthält ganze Zahlen über 9.007.199.254.740.992, deren letzte Stellen verloren gehen.`,
  },
  durations_as_seconds: {
    en: ({ column, readAs, example, sure }, write) =>
      readAs === null
        ? `${write.quoted(column)} holds durations, which are counted in seconds; it is no time of day.`
        : `${example} in ${write.quoted(column)} is a duration of ${readAs === "minutes" ? "minutes and seconds" : "hours and minutes"}, counted in seconds${sure ? "." : `; nothing in the column says that it is not one of ${readAs === "minutes" ? "hours and minutes" : "minutes and seconds"}.`}`,
    de: ({ column, readAs, example, sure }, write) =>
      readAs === null
        ? `${write.quoted(column)} enthält Dauern, keine Uhrzeiten; sie zählen in Sekunden.`
        : `${example} in ${write.quoted(column)} ist eine Dauer in ${readAs === "minutes" ? "Minuten und Sekunden" : "Stunden und Minuten"} und zählt in Sekunden${sure ? "." : `; ob es nicht ${readAs === "minutes" ? "Stunden und Minuten" : "Minuten und Sekunden"} sind, verrät die Spalte nicht.`}`,
  },
  thousands_or_fraction: {
    en: ({ column, example, value }, write) =>
      `${example} in ${write.quoted(column)} is read as ${value}; nothing in the column tells whether the mark divides thousands or the fraction.`,
    de: ({ column, example, value }, write) =>
      `${example} in ${write.quoted(column)} wird als ${String(value).replace(".", ",")} gelesen; die Spalte verrät nicht, ob das Zeichen Tausender oder Nachkommastellen abtrennt.`,
  },
  mixed_units: {
    en: ({ column, units }, write) =>
      `${write.quoted(column)} holds numbers in several units (${write.list(
        units.map((unit) => unit || "none"),
        MOST,
      )}); they stand side by side, nothing is converted.`,
    de: ({ column, units }, write) =>
      `In ${write.quoted(column)} stehen Zahlen in mehreren Einheiten (${write.list(
        units.map((unit) => unit || "keine"),
        MOST,
      )}) nebeneinander; umgerechnet wird nichts.`,
  },
  marks_cut_off: {
    en: ({ column, kind, marks, cells }, write) => {
      const list = write.list(marks, MOST);
      const where = `${write.counted(cells, "number", "numbers")} in ${write.quoted(column)}`;
      if (kind === "scale") return `Of ${where} the ${list} behind ${cells === 1 ? "it" : "them"} is counted in.`;
      if (kind === "unit") return `The unit ${list} is taken off ${where}.`;
      if (kind === "side") return `The side of the account (${list}) stands behind ${where}; debits are negative.`;
      return `Marks (${list}) stand beside ${where}; they are left out and the ${cells === 1 ? "number is" : "numbers are"} kept.`;
    },
    de: ({ column, kind, marks, cells }, write) => {
      const list = write.list(marks, MOST);
      const where = `${write.counted(cells, "Zahl", "Zahlen")} in ${write.quoted(column)}`;
      if (kind === "scale") return `Bei ${where} ist ${list} dahinter eingerechnet.`;
      if (kind === "unit") return `Die Einheit ${list} steht an ${where} und ist abgetrennt.`;
      if (kind === "side") return `Die Seite des Kontos (${list}) steht hinter ${where}; Soll ist negativ.`;
      return `Vermerke (${list}) stehen an ${where}; sie bleiben weg, die ${cells === 1 ? "Zahl bleibt" : "Zahlen bleiben"}.`;
    },
  },
};
