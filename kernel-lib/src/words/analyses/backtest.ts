import { shortMoment, type Block } from "../../display/record-table.js";
import type { Backtest } from "../../evaluate/backtest/backtest.js";
import type { Language } from "../language.js";
import { notJudgedText } from "../report.js";
import { speechOf } from "../speech.js";

/** Anomalies of one KPI that a backtest shows of itself. */
const MOST_SHOWN = 12;

/** What its sentences are made from. */
export type BacktestFacts = Pick<Backtest, "series" | "looks" | "cadence">;

/**
 * What a backtest means, live against hindsight: a line for each KPI.
 *
 * @example
 * console.log(backtestText(await backtest(table), "de"));
 */
export function backtestText(result: BacktestFacts, language?: Language): string {
  const { words, write } = speechOf(language);
  return result.series
    .map((each) =>
      each.tooFew ? notJudgedText(each, each.tooFew, language) : words.evaluations.backtest.series(each, result, write),
    )
    .join("\n");
}

/** The same result with its sentences. */
export function backtestWithWords<Result extends BacktestFacts>(
  result: Result,
  language?: Language,
): Result & { readonly text: string } {
  return { ...result, text: backtestText(result, language) };
}

/** A backtest as a table: what it means, then when each anomaly would have been known. */
export function backtestBlocks(result: Backtest, language?: Language): Block[] {
  const { words, write } = speechOf(language);
  const { header, never, delay } = words.evaluations.backtest;
  const dated = result.cadence !== "";
  const moment = (time: number): string =>
    Number.isNaN(time) ? never : dated ? shortMoment(Math.round(time / 1000) * 1000) : String(Math.round(time) + 1);
  const rows = result.series.flatMap((each, position) =>
    each.events
      .slice(0, MOST_SHOWN)
      .map((event) => [
        write.series(each),
        String(event.rank),
        moment(result.report.series[position].time[event.start]),
        moment(event.knownAt),
        Number.isNaN(event.delay) ? "–" : delay(event, dated, write),
      ]),
  );
  return [{ caption: backtestText(result, language), header, rows, numbers: [1] }];
}
