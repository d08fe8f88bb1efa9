import { shortNumber, type Block } from "../../display/record-table.js";
import type { Contributions } from "../../evaluate/drivers/contributions.js";
import type { Language } from "../language.js";
import { momentScale } from "../moments.js";
import { speechOf } from "../speech.js";

/** Segments that a result shows of itself. */
const MOST_SHOWN = 20;

/**
 * Which few segments explain most of an incident, in a sentence or two.
 *
 * @example
 * console.log(contributionsText(contributions(report)));
 */
export function contributionsText(found: Contributions, language?: Language): string {
  const { words, write } = speechOf(language);
  const { from, to, cadence } = found;
  const scale = { ...momentScale([from, to], cadence !== "", cadence), year: true };
  return words.evaluations.contributions(found, scale, write).join(" ");
}

/** The same result with its sentences. */
export function contributionsWithWords(
  found: Contributions,
  language?: Language,
): Contributions & { readonly text: string } {
  return { ...found, text: contributionsText(found, language) };
}

/** Contributions as a table: the sentences, then one line a segment. */
export function contributionsBlocks(found: Contributions, language?: Language): Block[] {
  const { words, write } = speechOf(language);
  const { labels } = words;
  const { segments } = found;
  const number = (value: number): string => (Number.isNaN(value) ? "" : shortNumber(value, 6, language));
  const more = segments.length - MOST_SHOWN;
  return [
    {
      caption: contributionsText(found, language),
      header: [labels.segment, labels.actual, labels.expected, labels.difference, labels.ofTotal, labels.ofStandingOut],
      rows: segments.slice(0, MOST_SHOWN).map((one) => [
        one.segment,
        number(one.actual),
        number(one.expected),
        number(one.deviation),
        // Where the total is hardly off, as its parts make up for each other, a share of it says nothing.
        Math.abs(one.share) < 10 ? write.percent(100 * one.share) : "",
        one.cause > 0 ? write.wholePercent(one.cause) : "",
      ]),
      numbers: [1, 2, 3, 4, 5],
      ...(more > 0 ? { note: words.phrases.more({ count: more }, write) } : {}),
    },
  ];
}
