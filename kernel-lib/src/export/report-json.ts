import type { Report } from "../report.js";
import type { Language } from "../words/language.js";
import { reportWithWords, withoutWords } from "../words/with-words.js";

/** Names of the typed arrays a report may hold. */
const arrays = { Float64Array, Uint8Array, Uint32Array } as const;

/**
 * A report as JSON text, whole: typed arrays keep their type, NaN becomes null, sentences stand beside the facts. `reportFromJson` is its inverse.
 *
 * @example
 * const again = reportFromJson(reportToJson(report));
 */
export function reportToJson(report: Report, language?: Language): string {
  return JSON.stringify(reportWithWords(report, language), (_key, value: unknown) => {
    if (ArrayBuffer.isView(value))
      return { $array: value.constructor.name, values: Array.from(value as Float64Array, numberOrText) };
    return typeof value === "number" ? numberOrText(value) : value;
  });
}

/** JSON knows neither NaN (null here) nor the infinities (text here). */
function numberOrText(value: number): number | string | null {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? null : String(value);
}

/**
 * The report that `reportToJson` wrote. Numbers that may be NaN come back as NaN, text and absent values as they were.
 *
 * @example
 * const report = reportFromJson(text);
 */
export function reportFromJson(text: string): Report {
  return JSON.parse(text, (key, value: unknown) => {
    if (typeof value === "object" && value !== null && "$array" in value && "values" in value) {
      const { $array, values } = value as { $array: keyof typeof arrays; values: (number | string | null)[] };
      const numbers = values.map((entry) => (entry === null ? NaN : Number(entry)));
      return new arrays[$array](numbers);
    }
    return value === null && mayBeNaN.has(key) ? NaN : withoutWords(key, value);
  }) as Report;
}

/** Keys outside arrays whose number may be NaN. */
const mayBeNaN = new Set([
  "threshold",
  "expected",
  "actual",
  "score",
  "deviationPercent",
  "lower",
  "upper",
  "before",
  "after",
]);
