import { lengthOf, stepOf } from "./cadences.js";
import type { Grammar } from "./grammar.js";
import { momentParts, momentScale, type MomentScale } from "./moments.js";
import { about, amount, apart, count, number, percent } from "./numbers.js";

/** Names that a sentence takes at most. */
const MOST_NAMES = 10;

/** Writes the facts of a sentence in one language: numbers, moments, lengths of time, names, lists. */
export interface Writer {
  readonly language: Grammar["language"];
  /** `2,167` */
  count(value: number): string;
  /** `1 row`, `2,167 rows` */
  counted(value: number, one: string, several: string): string;
  /** At most four significant digits, and no more decimals than the column has. */
  amount(value: number, decimals: number): string;
  /** Of a column that is not known: at most four significant digits, no zeros that say nothing. */
  number(value: number): string;
  /** An expected value, rounded as an estimate is. */
  about(expected: number, actual: number, decimals: number): string;
  /** Two numbers as `number` writes them, with as many digits more as tell them apart. */
  apart(one: number, other: number): readonly [string, string];
  /** Of a number in percent: `88%` */
  percent(value: number): string;
  /**
   * A share as whole percent. What is not all is never written as 100%, and what is not nothing never as 0%: of 1,000 steps
   * of which 4 are odd not "100%" are as usual. A dash where there is none.
   */
  wholePercent(share: number): string;
  /** `Tue 1 Jul 2025, 14:00`, or the row in a file without dates. */
  moment(time: number, scale: MomentScale): string;
  /** In a sentence, with its preposition: `on 1 Jul 2025 at 14:00`, `in row 12`. */
  at(time: number, scale: MomentScale): string;
  /** A moment by itself, with its year; the clock only where it says something, the day only where the cadence has one. */
  when(time: number, cadence?: string): string;
  /** Near such a moment, with its preposition: `around May 1973`. */
  around(time: number, cadence?: string): string;
  /** With its preposition: `from 11 to 14 Sep 2001`; that of `at` where both are one. */
  span(from: number, to: number, scale: MomentScale): string;
  /** So many steps of a cadence: `12 hours`; null where the cadence is no unit of time. */
  length(steps: number, cadence: string): string | null;
  /** How often a value comes in a cadence; null without a regular one. */
  rate(cadence: string): string | null;
  quoted(name: string): string;
  quotedList(names: readonly string[]): string;
  series(series: { readonly kpi: string; readonly series: string }): string;
  /** `a, b and c`, shortened after ten names (or so many as given). */
  list(names: readonly string[], most?: number): string;
}

/** The writer of a language. */
export function createWriter(grammar: Grammar): Writer {
  const { numbers, moments, units } = grammar;
  const listed = (names: readonly string[], most: number = MOST_NAMES): string =>
    names.length > most ? grammar.more(names.slice(0, most), names.length - most) : grammar.and(names);
  return {
    language: grammar.language,
    count: (value) => count(value, numbers),
    counted: (value, one, several) => `${count(value, numbers)} ${value === 1 ? one : several}`,
    amount: (value, decimals) => amount(value, decimals, numbers),
    number: (value) => number(value, numbers),
    about: (expected, actual, decimals) => about(expected, actual, decimals, numbers),
    apart: (one, other) => apart(one, other, numbers),
    percent: (value) => percent(value, numbers),
    wholePercent(share) {
      if (share === null || Number.isNaN(share)) return "–";
      const rounded = Math.round(share * 100);
      if (rounded === 100 && share < 1) return `${grammar.over} ${percent(99, numbers)}`;
      if (rounded === 0 && share > 0) return `${grammar.under} ${percent(1, numbers)}`;
      return percent(rounded === 0 ? 0 : rounded, numbers);
    },
    moment: (time, scale) => (scale.dated ? moments.moment(momentParts(time, scale), scale) : moments.row(time + 1)),
    at: (time, scale) => (scale.dated ? moments.at(momentParts(time, scale), scale) : moments.atRow(time + 1)),
    when(time, cadence = "") {
      const scale = fullScale(time, cadence);
      return moments.moment(momentParts(time, scale), scale);
    },
    around(time, cadence = "") {
      const scale = fullScale(time, cadence);
      return moments.around(momentParts(time, scale), scale);
    },
    span(from, to, scale) {
      if (from === to) return this.at(from, scale);
      return scale.dated
        ? moments.span(momentParts(from, scale), momentParts(to, scale), scale)
        : moments.rows(from + 1, to + 1);
    },
    length(steps, cadence) {
      const step = stepOf(cadence);
      if (step === null) return null;
      const length = lengthOf(steps, step);
      return `${number(length.count, numbers)} ${units[length.unit][length.count === 1 ? 0 : 1]}`;
    },
    rate(cadence) {
      const step = stepOf(cadence);
      return step && grammar.rate(step);
    },
    quoted: (name) => grammar.quoted(name),
    quotedList: (names) => listed(names.map((name) => grammar.quoted(name))),
    series: ({ kpi, series }) => (series === "" ? kpi : grammar.kpiOf(kpi, series)),
    list: listed,
  };
}

/** Of a cadence of whole months its own unit, else as exact as the moment is. */
function fullScale(time: number, cadence: string): MomentScale {
  const calendar = momentScale([], true, cadence);
  if (calendar.unit !== "day") return calendar;
  const unit = time % 60_000 !== 0 ? "second" : time % 86_400_000 !== 0 ? "minute" : "day";
  return { dated: true, unit, year: true };
}
