import { InputError } from "../errors.js";
import type { KnownEvent } from "./known-events.js";

const DAY = 86_400_000;

/** Known events as they are written in a configuration. */
export interface WrittenEvent {
  readonly name?: string;
  /** `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`, for a single day or moment. */
  readonly date?: string;
  readonly start?: string;
  /** Inclusive; a date means its whole day. */
  readonly end?: string;
}

/** Events of a configuration. @throws InputError `bad_config` naming the event that cannot be read. */
export function parseWrittenEvents(events: readonly WrittenEvent[]): KnownEvent[] {
  return events.map((event, index) => {
    const from = event.date ?? event.start;
    if (from === undefined) throw unreadable(`Event ${index + 1}${event.name ? ` (${event.name})` : ""} has no date.`);
    const where = `event ${index + 1}`;
    return {
      name: event.name ?? "known event",
      start: eventMoment(from, where).start,
      end: eventMoment(event.end ?? from, where).end,
    };
  });
}

/**
 * First and last millisecond that a date or a time means; ISO 8601.
 *
 * @param where what to call the place in a message
 * @throws InputError `bad_config` when it is none
 */
export function eventMoment(text: string, where: string): { readonly start: number; readonly end: number } {
  const day = /^\d{4}-\d\d-\d\d$/.test(text);
  const start = Date.parse(day ? `${text}T00:00:00Z` : `${text.replace(" ", "T").replace(/Z$/, "")}Z`);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(start)) throw unreadable(`"${text}" is no date (${where}).`);
  return { start, end: day ? start + DAY - 1 : start };
}

function unreadable(message: string): InputError {
  return new InputError("bad_config", message, "Write dates as 2024-12-25 and times as 2024-12-25 08:00.");
}
