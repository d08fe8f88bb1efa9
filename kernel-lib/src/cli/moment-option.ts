import { InputError } from "../errors.js";

/** Reads an option that must be a date or moment; undefined when it was not given. */
export function momentOption(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?Z?$/.test(text)
    ? Date.parse(`${text.replace(" ", "T").replace(/Z$/, "")}${text.length > 11 ? "Z" : ""}`)
    : NaN;
  if (Number.isNaN(time)) throw new InputError("moment_option", { option, text });
  return time;
}
