import type { ColumnWarningSentences } from "../../catalogue.js";
import type { Writer } from "../../writer.js";
import type { InEveryLanguage } from "../in-every-language.js";

const MOST = 6;

interface OfColumn {
  readonly column: string;
}

/** The columns in quotes; what is told of each stands behind it. */
function named<Facts extends OfColumn>(all: readonly Facts[], write: Writer, told?: (facts: Facts) => string): string {
  return write.list(
    all.map((facts) => (told ? `${write.quoted(facts.column)} (${told(facts)})` : write.quoted(facts.column))),
    MOST,
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** What several columns have in common: one sentence that names them. */
export const columns: InEveryLanguage<ColumnWarningSentences> = {
  constant_column: {
    en: (all, write) => `${named(all, write)} are each the same in every row.`,
    de: (all, write) => `${named(all, write)} sind jeweils in allen Zeilen gleich.`,
  },
  empty_column: {
    en: (all, write) => `${named(all, write)} hold no values.`,
    de: (all, write) => `${named(all, write)} enthalten keine Werte.`,
  },
  missing_values: {
    en: (all, write) => {
      const unreadable = sum(all.map((each) => each.unreadable));
      return `Of ${write.count(all[0].of)} cells each, some hold no value in ${named(all, write, ({ missing }) => write.count(missing))}${unreadable > 0 ? `, ${write.count(unreadable)} of them with text that is no number` : ""}; they are left out, never counted as 0.`;
    },
    de: (all, write) => {
      const unreadable = sum(all.map((each) => each.unreadable));
      return `Von je ${write.count(all[0].of)} Zellen sind manche ohne Wert, und zwar in ${named(all, write, ({ missing }) => write.count(missing))}${unreadable > 0 ? `, davon ${write.count(unreadable)} mit Text, der keine Zahl ist` : ""}; sie bleiben außen vor und zählen nie als 0.`;
    },
  },
  non_finite_values: {
    en: (all, write) =>
      `Some cells hold infinity, in ${named(all, write, ({ cells }) => write.count(cells))}; treated as missing.`,
    de: (all, write) =>
      `Manche Zellen enthalten unendlich, und zwar in ${named(all, write, ({ cells }) => write.count(cells))}; sie gelten als fehlend.`,
  },
  possible_missing_value_code: {
    en: (all, write) =>
      `${all[0].value} stands far from all other values in ${write.count(all.length)} columns and may mean "no value": ${named(all, write, ({ times }) => write.counted(times, "time", "times"))}. It is kept as a number unless you name it as missing.`,
    de: (all, write) =>
      `${String(all[0].value).replace(".", ",")} steht in ${write.count(all.length)} Spalten weitab von allen anderen Werten und heißt vielleicht „kein Wert“: ${named(all, write, ({ times }) => `${write.count(times)}-mal`)}. Es bleibt eine Zahl, solange Sie es nicht als fehlend angeben.`,
  },
  precision_above_2_53: {
    en: (all, write) =>
      `${named(all, write)} have whole numbers above 9,007,199,254,740,992, whose last digits cannot be kept.`,
    de: (all, write) =>
      `${named(all, write)} enthalten ganze Zahlen über 9.007.199.254.740.992, deren letzte Stellen verloren gehen.`,
  },
  durations_as_seconds: {
    en: (all, write) => `${named(all, write)} hold durations, which are counted in seconds; they are no times of day.`,
    de: (all, write) => `${named(all, write)} enthalten Dauern, keine Uhrzeiten; sie zählen in Sekunden.`,
  },
  thousands_or_fraction: {
    en: (all, write) =>
      `Nothing tells whether the mark divides thousands or the fraction in ${named(all, write, ({ example, value }) => `${example} is read as ${value}`)}.`,
    de: (all, write) =>
      `Nichts verrät, ob das Zeichen Tausender oder Nachkommastellen abtrennt, in ${named(all, write, ({ example, value }) => `${example} gilt als ${String(value).replace(".", ",")}`)}.`,
  },
};
