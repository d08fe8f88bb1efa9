import type { ConfigFault, YamlFault } from "../../../config-fault.js";
import type { EventPlace } from "../../../input-problems.js";

export const DEFAULTS = "configs/default.yaml lists every option with its default.";

export const WRITE_DATES = "Write dates as 2024-12-25 and times as 2024-12-25 08:00.";

export const CALENDAR = "Export the calendar again, with fewer events or for a shorter time.";

export const YAML: Readonly<Record<YamlFault, string>> = {
  tab: "a tab stands where blanks are needed",
  indent: "a line begins too far to the left or to the right",
  missing_mark: "a bracket, quote, comma, colon or blank is missing",
  same_key: "a key stands twice",
  key: "a key is too long or goes over several lines",
  block_in_brackets: "a list with dashes or an indented part stands inside brackets",
  alias: "an anchor (&) or alias (*) is misplaced, or names nothing",
  escape: "a backslash in quotes is followed by a character that it does not belong to",
  character: "a value begins with a character that needs quotes around it",
  several_documents: "it holds more than one document",
  tag: "a tag (!) or directive (%) is not known here",
  nested: "it is nested too deeply",
  unexpected: "something stands where it cannot be understood",
};

export const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a section with keys",
  null: "null",
};

/** What a value misses, by the keyword of the schema. */
export const SHAPES: Readonly<Record<string, string>> = {
  pattern: "it must be written in another way",
  minLength: "it must not be empty",
  maxLength: "it is too long",
  minItems: "the list must not be empty",
  maxItems: "the list is too long",
  uniqueItems: "the list names something twice",
  anyOf: "it is none of the values that are possible",
};

/** What is wrong in a configuration. */
export function configFault(fault: ConfigFault): string {
  if (fault.kind === "syntax") return `not valid YAML: ${YAML[fault.fault]}.`;
  if (fault.kind === "too_long") return `it is longer than ${fault.most} characters.`;
  if (fault.kind === "aliases") return "its aliases stand for more than can be read.";
  const key = fault.key || "the configuration";
  if (fault.kind === "unknown_key") {
    if (fault.near !== null) return `${key} is not a known key; meant is perhaps ${fault.near}.`;
    return `${key} is not a known key${fault.known.length > 0 ? `; known are ${fault.known.join(", ")}` : ""}.`;
  }
  return `${key} is wrong: ${wrong(fault)}`;
}

export function wrong(
  fault: Exclude<ConfigFault, { readonly kind: "syntax" | "too_long" | "aliases" | "unknown_key" }>,
): string {
  switch (fault.kind) {
    case "not_finite":
      return `${fault.value} is not a finite number.`;
    case "type":
      return `it is ${TYPES[fault.found] ?? fault.found}, but must be ${fault.needed.map((type) => TYPES[type] ?? type).join(" or ")}.`;
    case "choice":
      return `it is none of ${fault.known.join(", ")}.`;
    case "too_small":
      return `${fault.value} is too small; it must be ${fault.inclusive ? `${fault.limit} or more` : `above ${fault.limit}`}.`;
    case "too_large":
      return `${fault.value} is too large; it must be ${fault.inclusive ? `${fault.limit} or less` : `below ${fault.limit}`}.`;
    case "schema":
      return `${SHAPES[fault.keyword] ?? "it is written in another way than is understood"}${fault.example === null ? "" : `, for example ${fault.example}`}.`;
  }
}

export const place = (at: EventPlace): string =>
  "event" in at ? `event ${at.event}` : `line ${at.line} of the events`;
