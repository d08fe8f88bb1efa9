import type { Assumption, AssumptionFacts, AssumptionId, AssumptionOf } from "../assumption.js";
import type { SkipCode, SkipReason, SkipReasonOf } from "../skip-reason.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * What the analysis took for granted, in one sentence.
 *
 * @example report.assumptions.map((one) => assumptionText(one)) // ["Date: date (YYYY-MM-DD).", "KPI: revenue.", …]
 */
export function assumptionText(assumption: Assumption, language?: Language): string {
  return assumed(assumption, language);
}

/**
 * How often a false alarm is to be expected, in few words: `about 1 false alarm in 3 months`.
 *
 * @example
 * const promised = promisedFalseAlarms(report);
 * if (promised) console.log(falseAlarmText(promised));
 */
export function falseAlarmText(facts: AssumptionFacts["falseAlarms"], language?: Language): string {
  const { words, write } = speechOf(language);
  return words.phrases.falseAlarmRate(facts, write);
}

function assumed<Id extends AssumptionId>({ id, facts }: AssumptionOf<Id>, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.assumptions[id](facts, write);
}

/**
 * Why a detector did not run, as what follows the colon of "Z-score did not run: there are too few whole cycles."
 *
 * @example
 * for (const { skipped } of series.detections) if (skipped) console.log(skipText(skipped));
 */
export function skipText(reason: SkipReason, language?: Language): string {
  return because(reason, language);
}

function because<Code extends SkipCode>({ code, facts }: SkipReasonOf<Code>, language?: Language): string {
  const { words, write } = speechOf(language);
  return words.skips[code](facts, write);
}
