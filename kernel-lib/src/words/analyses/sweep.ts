import { shortNumber, type Block } from "../../display/record-table.js";
import type { Sweep } from "../../evaluate/sweep/sweep.js";
import type { Language } from "../language.js";
import { speechOf } from "../speech.js";

/**
 * How a detector's result hangs on one of its options, in one sentence.
 *
 * @example
 * console.log(sweepText(await sweep(table, {}, { detector: "zScore", option: "threshold", values: [2, 3] })));
 */
export function sweepText(sweep: Sweep, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.evaluations.sweep.text(sweep, write);
}

/** The same result with its sentence. */
export function sweepWithWords(sweep: Sweep, language?: Language): Sweep & { readonly text: string } {
  return { ...sweep, text: sweepText(sweep, language) };
}

/** A sweep as a table: what it means, then one line a value. */
export function sweepBlocks(sweep: Sweep, language?: Language): Block[] {
  return [
    {
      caption: sweepText(sweep, language),
      header: [sweep.option, ...speechOf(language).words.evaluations.sweep.header],
      rows: sweep.points.map(({ value, flagged, overlap, step }) => [
        String(value),
        String(flagged),
        shortNumber(overlap, 2, language),
        shortNumber(step, 2, language),
      ]),
      numbers: [0, 1, 2, 3],
    },
  ];
}
