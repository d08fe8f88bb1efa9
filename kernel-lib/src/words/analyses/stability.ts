import type { Block } from "../../display/record-table.js";
import { refitKinds, type RefitKindId } from "../../evaluate/stability/refit-kinds.js";
import type { Stability } from "../../evaluate/stability/stability.js";
import type { Language } from "../language.js";
import { nameText } from "../name.js";
import { notJudgedText } from "../report.js";
import { speechOf } from "../speech.js";

/** What its sentences are made from. */
export type StabilityFacts = Pick<Stability, "series" | "refits">;

/**
 * What a stability analysis means: one sentence or two for each KPI.
 *
 * @example
 * const [ofFirstSeries] = stabilitySentences(await stability(table));
 */
export function stabilitySentences({ series, refits }: StabilityFacts, language?: Language): string[][] {
  const { words, write } = speechOf(language);
  const runs = Object.values(refits).reduce((sum, count) => sum + count, 0);
  if (runs === 0) return [[words.evaluations.stability.noRefits]];
  return series.map((each) =>
    each.tooFew ? [notJudgedText(each, each.tooFew, language)] : words.evaluations.stability.series(each, runs, write),
  );
}

/**
 * The same in one text, a line for each KPI.
 *
 * @example
 * console.log(stabilityText(await stability(table)));
 */
export function stabilityText(result: StabilityFacts, language?: Language): string {
  return stabilitySentences(result, language)
    .map((sentences) => sentences.join(" "))
    .join("\n");
}

/**
 * The same result with its sentences.
 *
 * @example
 * const json = JSON.stringify(stabilityWithWords(await stability(table)));
 */
export function stabilityWithWords<Result extends StabilityFacts>(
  result: Result,
  language?: Language,
): Result & { readonly text: string; readonly sentences: readonly string[] } {
  const sentences = stabilitySentences(result, language).flat();
  return { ...result, text: stabilityText(result, language), sentences };
}

/** Stability as a table: what it means, then one line for each detector and the decision. */
export function stabilityBlocks(result: Stability, language?: Language): Block[] {
  const { words, write } = speechOf(language);
  const { header, decision, grades, kinds: names, note } = words.evaluations.stability;
  const percent = write.wholePercent;
  const kinds = (Object.keys(refitKinds) as RefitKindId[]).filter((kind) => Object.hasOwn(result.refits, kind));
  const many = result.series.length > 1;
  const rows = result.series.flatMap((series) =>
    [...series.detectors, { title: decision, ...series.decision }].map((each) => [
      ...(many ? [write.series(series)] : []),
      nameText(each.title, language),
      grades[each.grade],
      percent(each.overlap),
      ...kinds.map((kind) => percent(each.byKind[kind] ?? NaN)),
    ]),
  );
  const leading = many ? [header.kpi, header.detector, header.grade] : [header.detector, header.grade];
  return [
    {
      caption: stabilityText(result, language),
      header: [...leading, header.overlap, ...kinds.map((kind) => names[kind])],
      rows,
      numbers: [leading.length, ...kinds.map((_, index) => leading.length + 1 + index)],
      note,
    },
  ];
}
