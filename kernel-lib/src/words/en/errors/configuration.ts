import type { ConfigFault, YamlFault } from "../../../config-fault.js";
import type { ConfigurationProblems, EventPlace } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const DEFAULTS = "configs/default.yaml lists every option with its default.";
const WRITE_DATES = "Write dates as 2024-12-25 and times as 2024-12-25 08:00.";
const CALENDAR = "Export the calendar again, with fewer events or for a shorter time.";

const YAML: Readonly<Record<YamlFault, string>> = {
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

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a section with keys",
  null: "null",
};

/** What a value misses, by the keyword of the schema. */
const SHAPES: Readonly<Record<string, string>> = {
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

function wrong(
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

const place = (at: EventPlace): string => ("event" in at ? `event ${at.event}` : `line ${at.line} of the events`);

/** Configurations, known events and verdicts. */
export const configuration: ErrorSentencesOf<ConfigurationProblems> = {
  config_file: ({ file, line, fault }) => [`${file}, line ${line}: ${configFault(fault)}`, DEFAULTS],
  config: ({ fault }) => [`Configuration: ${configFault(fault)}`, DEFAULTS],
  consensus: ({ asked, voters }) => [
    `Consensus asks for ${asked} detectors to agree, but ${voters} vote.`,
    "Lower the consensus or enable more detectors.",
  ],
  other_reading: ({ option, asked, used }) => [
    `${option} is ${JSON.stringify(asked)}, but the table was read with ${used === null ? "none" : JSON.stringify(used)}.`,
    "Give the same options to readTable or readCsv, for example readOptions(config).",
  ],
  window_too_long: ({ option, asked, rows }) => [
    `${option} asks for ${asked} rows, but the longest series has ${rows}.`,
    `Give a number up to ${rows}.`,
  ],
  event_without_date: ({ event, name }) => [
    `Event ${event}${name === null ? "" : ` (${name})`} has no date.`,
    WRITE_DATES,
  ],
  event_date: ({ text, place: at }, write) => [`${write.quoted(text)} is no date (${place(at)}).`, WRITE_DATES],
  events_without_date_column: ({ columns }, write) => [
    `The calendar has the columns ${columns.map(write.quoted).join(", ")}, but none called "date" or "start".`,
    WRITE_DATES,
  ],
  calendar: () => ["The calendar cannot be read: it is not written as calendar files are (iCalendar).", CALENDAR],
  holidays_package: () => [
    "Names of holidays need the optional package date-holidays, which is not installed.",
    "Install it beside this program: npm install date-holidays@3.37.0. Where that is not possible, give the holidays as known events.",
  ],
  holidays_place: ({ place }, write) => [
    `No holidays are known for ${write.quoted(place)}.`,
    "Give a country or a state of one by its ISO 3166 code, for example US, DE or DE-BY.",
  ],
  calendar_repeats: () => ["The calendar repeats its events too often.", CALENDAR],
  calendar_too_large: ({ most }, write) => [
    `The calendar has more than ${write.count(most)} events in the time of the file.`,
    CALENDAR,
  ],
  calendar_takes_long: ({ file, seconds }) => [
    `Reading the calendar ${file} takes longer than ${seconds} seconds.`,
    "Make it simpler or shorter.",
  ],
  too_many_events: ({ file, events, most }, write) => [
    `${file} has ${write.count(events)} events in the time of the data; at most ${write.count(most)} can be used.`,
    "Leave out those that do not matter for the KPIs.",
  ],
  verdicts: () => ["The verdicts are not written as this program writes them.", "Mend the file, or move it away."],
};
