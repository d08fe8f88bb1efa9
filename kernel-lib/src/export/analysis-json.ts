import type { Language } from "../words/language.js";
import { tellingOf } from "../words/register.js";

/**
 * Any result as indented JSON, with its sentences: typed arrays as lists, numbers that are not finite as null.
 *
 * @example
 * const json = analysisJson(compare(report));
 */
export function analysisJson(result: unknown, language?: Language): string {
  const plain = (_key: string, value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    return tellingOf(value)?.withWords?.(value, language) ?? value;
  };
  return `${JSON.stringify(result, plain, 2)}\n`;
}
