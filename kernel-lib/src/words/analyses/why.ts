import type { WhyAt } from "../../evaluate/why-at.js";
import type { Block } from "../../display/record-table.js";
import type { Language } from "../language.js";
import { speechOf } from "../speech.js";

/**
 * Why a point is flagged or not, in one sentence.
 *
 * @example
 * for (const answer of whyAt(report, { line: 152 })) console.log(whyReason(answer));
 */
export function whyReason(
  { because, deviations, score, threshold }: Pick<WhyAt, "because" | "deviations" | "score" | "threshold">,
  language?: Language,
): string {
  const { words, write } = speechOf(language);
  const sentence = words.why[because.kind] as (facts: unknown, writer: typeof write) => string;
  return sentence({ ...because, ...numbers({ deviations, score, threshold }) }, write);
}

/** In JSON a number that is not known is null. */
function numbers<Name extends string>(of: Readonly<Record<Name, number | null>>): Record<Name, number> {
  const entries = Object.entries<number | null>(of).map(([name, value]) => [name, value ?? NaN]);
  return Object.fromEntries(entries) as Record<Name, number>;
}

/** The same answer with its sentence. */
export function whyWithWords(answer: WhyAt, language?: Language): WhyAt & { readonly reason: string } {
  return { ...answer, reason: whyReason(answer, language) };
}

/** An answer of `whyAt` as a line: where, how much, what is usual, and why. */
export function whyBlocks(answer: WhyAt, language?: Language): Block[] {
  return [{ caption: whyText(answer, language), header: [], rows: [] }];
}

/**
 * An answer of `whyAt` as one line of text: where, how much, what is usual, and why.
 *
 * @example
 * for (const answer of whyAt(report, { line: 152 })) console.log(whyText(answer));
 */
export function whyText(answer: WhyAt, language?: Language): string {
  const { words, write } = speechOf(language);
  const time = answer.cadence === "" ? null : answer.time;
  const { value, expected, lower, upper, neededSensitivity } = answer;
  const known = numbers({ value, expected, lower, upper, neededSensitivity });
  return words.whyAt({ ...answer, ...known, time, because: whyReason(answer, language) }, write);
}
