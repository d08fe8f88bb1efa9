import type { Config } from "../config/config.js";
import { InputError } from "../errors.js";
import { calendarEvents, calendarLibrary, isCalendar, type EventRange } from "../events/calendar-file.js";
import { parseEventsCsv } from "../events/events-csv.js";
import { readBytes } from "../read-bytes.js";
import type { KnownEvent } from "../season/known-events.js";
import type { Table } from "../table.js";
import { withinTime } from "./time-limit.js";

/** Largest file of events: some 400,000 of them. */
const MOST_BYTES = 0x400_0000;

/** Most events in the time of a file. */
const MOST_EVENTS = 100_000;

/** Seconds in which the repetitions of a calendar have to be found. */
const PATIENCE = 30;

/**
 * The configuration with the events of a file (CSV or iCalendar) that fall into the time of the table.
 *
 * @throws InputError `file_not_found`, `file_too_large`, `bad_config` or `bad_data` when they cannot be read or are too many
 */
export async function withEvents(config: Config, file: string | undefined, table: Table): Promise<Config> {
  if (file === undefined) return config;
  const bytes = await readBytes(file, MOST_BYTES);
  const range = rangeOf(table);
  const events = await eventsIn(bytes, range, file);
  const near = events.filter(({ start, end }) => end >= range.from && start <= range.to);
  if (near.length > MOST_EVENTS)
    throw new InputError("too_many_events", { file, events: near.length, most: MOST_EVENTS });
  const written = near.map(({ name, start, end }) => ({
    name,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  }));
  return { ...config, events: [...(config.events ?? []), ...written] };
}

async function eventsIn(bytes: Uint8Array, range: EventRange, file: string): Promise<readonly KnownEvent[]> {
  const text = new TextDecoder().decode(bytes);
  if (!isCalendar(text)) return parseEventsCsv(bytes);
  const library = await calendarLibrary();
  return withinTime(PATIENCE, ["calendar_takes_long", { file, seconds: PATIENCE }], () =>
    calendarEvents(library, text, range),
  );
}

/** First and last moment of a table; nothing falls into the time of one without dates. */
function rangeOf({ time }: Table): EventRange {
  let from = Infinity;
  let to = -Infinity;
  for (const at of time?.values ?? []) {
    if (at < from) from = at;
    if (at > to) to = at;
  }
  return { from, to, zone: time?.zone ?? "naive" };
}
