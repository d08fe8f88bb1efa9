import { InputError } from "../errors.js";
import type { EventPlace } from "../input-problems.js";
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
    if (from === undefined) throw new InputError("event_without_date", { event: index + 1, name: event.name || null });
    const where = { event: index + 1 };
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
 * @param place where it is written, for an error
 * @throws InputError `bad_config` when it is none
 */
export function eventMoment(text: string, place: EventPlace): { readonly start: number; readonly end: number } {
  const day = /^\d{4}-\d\d-\d\d$/.test(text);
  const start = Date.parse(day ? `${text}T00:00:00Z` : `${text.replace(" ", "T").replace(/Z$/, "")}Z`);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(start)) throw new InputError("event_date", { text, place });
  return { start, end: day ? start + DAY - 1 : start };
}
