import { blocksDisplay } from "../display/record-table.js";
import { attachedDisplay, withDisplay, type MimeBundle } from "../display/with-display.js";
import type { Language } from "./language.js";
import { tellingOf } from "./register.js";

/**
 * The forms in which a value shows itself, by MIME type: those of its kind, also for a copy (`structuredClone`, JSON and
 * back), and those given with `withDisplay`; undefined for any other value.
 *
 * @example displayOf(await detect(table), "de")?.["text/plain"]
 */
export function displayOf(value: unknown, language?: Language): MimeBundle | undefined {
  const telling = tellingOf(value);
  return telling ? blocksDisplay(telling.blocks(value, language)) : attachedDisplay(value);
}

/**
 * Lets a result with a `kind` show itself as the last expression of a notebook cell.
 *
 * @example
 * const shown = show(structuredClone(report), "de");
 */
export function show<Value extends object>(value: Value, language?: Language): Value {
  return withDisplay(value, () => displayOf(value, language) ?? { "text/plain": "" });
}
