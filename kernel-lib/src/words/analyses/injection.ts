import type { Block } from "../../display/record-table.js";
import type { Injection, Recall } from "../../evaluate/injection/inject.js";
import { DECISION } from "../../evaluate/injection/injection-kinds.js";
import type { Language } from "../language.js";
import { nameText } from "../name.js";
import { notJudgedText } from "../report.js";
import { speechOf } from "../speech.js";

/** What its sentences are made from. */
export type InjectionFacts = Pick<Injection, "kpi" | "detectors" | "recalls" | "leftOut" | "tooFew"> &
  Partial<Pick<Injection, "series">>;

/**
 * What would be caught, in a sentence or two.
 *
 * @example
 * console.log(injectionText(await inject(table)));
 */
export function injectionText(
  { kpi, series = "", detectors, recalls, leftOut, tooFew }: InjectionFacts,
  language?: Language,
): string {
  const { words, write } = speechOf(language);
  const decision = recalls.filter(({ detector }) => detector === DECISION);
  const kinds = [...new Set(decision.map(({ kind }) => kind))].map((kind) => ({
    kind,
    share: shareOf(decision.filter((each) => each.kind === kind)),
  }));
  const ranked = detectors.map(({ id, title }) => ({
    title,
    share: shareOf(recalls.filter(({ detector }) => detector === id)),
  }));
  const bestFirst = (a: { share: number }, b: { share: number }): number => b.share - a.share;
  const caught = words.evaluations.injection.text(
    { kpi, decision: shareOf(decision), kinds: kinds.sort(bestFirst), detectors: ranked.sort(bestFirst), leftOut },
    write,
  );
  return tooFew ? `${notJudgedText({ kpi, series }, tooFew, language)} ${caught}` : caught;
}

function shareOf(recalls: readonly Recall[]): number {
  return recalls.reduce((sum, { caught }) => sum + caught, 0) / recalls.reduce((sum, { planted }) => sum + planted, 0);
}

/** The same result with its sentences. */
export function injectionWithWords<Result extends InjectionFacts>(
  result: Result,
  language?: Language,
): Result & { readonly text: string } {
  return { ...result, text: injectionText(result, language) };
}

/** An injection as a table: what it means, then what was caught of each kind and size. */
export function injectionBlocks(injection: Injection, language?: Language): Block[] {
  const { words, write } = speechOf(language);
  const { planted, decision, caught, note } = words.evaluations.injection;
  const { detectors, recalls } = injection;
  const columns = [...detectors, { id: DECISION, title: decision }];
  const plans = [...new Map(recalls.map((recall) => [planName(recall, language), recall])).keys()];
  const rows = plans.map((plan) => [
    plan,
    ...columns.map(({ id }) => {
      const found = recalls.find((recall) => recall.detector === id && planName(recall, language) === plan);
      return found ? caught(found, write) : "–";
    }),
  ]);
  return [
    {
      caption: injectionText(injection, language),
      header: [planted, ...columns.map(({ title }) => nameText(title, language))],
      rows,
      numbers: columns.map((_, index) => index + 1),
      note: note(injection, write),
    },
  ];
}

/** Kind and size of a planted event, for tables and axes. */
export function planName({ kind, size }: Pick<Recall, "kind" | "size">, language?: Language): string {
  const title = speechOf(language).words.evaluations.injection.kinds[kind];
  return Number.isNaN(size) ? title : `${title}, ${size} σ`;
}
