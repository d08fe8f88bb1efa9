import type { NamedPeriod } from "../config/config.js";
import { InputError } from "../errors.js";

/** Turns the text of an option into its value; `before` is what earlier ones of the same name gave. */
export type OptionParser = (text: string, before: unknown) => unknown;

/** Collects an option that may stand several times. */
export function collected(text: string, before: unknown): string[] {
  return [...((before as readonly string[] | undefined) ?? []), text];
}

/** An option that must be a number; its limits are the configuration's to check. */
export function numberOption(option: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && Number.isFinite(value)) return value;
    throw new InputError("number_option", { option, text });
  };
}

/** An option that must be a whole number, from `least` on. */
export function wholeNumber(option: string, least: number = 0): (text: string) => number {
  return (text) => {
    if (!/^\d{1,15}$/.test(text) || Number(text) < least) throw new InputError("whole_number_option", { option, text });
    return Number(text);
  };
}

/** An option that takes one of a few words. */
export function oneOf(option: string, known: readonly string[]): (text: string) => string {
  return (text) => {
    if (known.includes(text)) return text;
    throw new InputError("choice_option", { option, known, text });
  };
}

/** `name=value`, several times, the value one of a few words. */
export function pairOption(option: string, values: readonly string[]): OptionParser {
  return (text, before) => {
    const at = text.lastIndexOf("=");
    const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at > 0 && values.includes(value)) return { ...(before as object | undefined), [name]: value };
    throw new InputError("pair_option", { option, known: values, text });
  };
}

const PERIODS: readonly string[] = ["day", "week", "month", "year"];

/** Periods by name or number of rows, with commas between; `none` for an empty list. */
export function periodsOption(option: string): (text: string) => NamedPeriod[] {
  return (text) => {
    if (text.trim() === "none") return [];
    return text.split(",").map((part) => {
      const period = part.trim();
      if (PERIODS.includes(period)) return period as NamedPeriod;
      if (/^\d{1,9}$/.test(period) && Number(period) >= 2) return Number(period);
      throw new InputError("periods_option", { option, text: period });
    });
  };
}
