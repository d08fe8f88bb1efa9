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
    throw new InputError("bad_option", `${option} needs a number, not "${text}".`, `For example ${option} 0.5.`);
  };
}

/** An option that must be a whole number, from `least` on. */
export function wholeNumber(option: string, least: number = 0): (text: string) => number {
  return (text) => {
    if (!/^\d{1,15}$/.test(text) || Number(text) < least)
      throw new InputError("bad_option", `${option} needs a whole number, not "${text}".`, `For example ${option} 2.`);
    return Number(text);
  };
}

/** An option that takes one of a few words. */
export function oneOf(option: string, known: readonly string[]): (text: string) => string {
  return (text) => {
    if (known.includes(text)) return text;
    throw new InputError(
      "bad_option",
      `${option} knows ${known.join(", ")}, not "${text}".`,
      `For example ${option} ${known[known.length > 1 ? 1 : 0]}.`,
    );
  };
}

/** `name=value`, several times, the value one of a few words. */
export function pairOption(option: string, values: readonly string[]): OptionParser {
  return (text, before) => {
    const at = text.lastIndexOf("=");
    const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at > 0 && values.includes(value)) return { ...(before as object | undefined), [name]: value };
    throw new InputError(
      "bad_option",
      `${option} needs a column and one of ${values.join(", ")}, not "${text}".`,
      `For example ${option} "Rating=mean".`,
    );
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
      throw new InputError(
        "bad_option",
        `${option} needs day, week, month, year, a number of rows from 2 or none, not "${period}".`,
        `For example ${option} week,year.`,
      );
    });
  };
}
