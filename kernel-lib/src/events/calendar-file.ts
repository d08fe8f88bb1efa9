import type ICAL from "ical.js";
import { InputError } from "../errors.js";
import type { KnownEvent } from "../season/known-events.js";
import { countedStarts, wallClock } from "./counted-starts.js";

type Library = typeof ICAL;

/** The time of a file: only events in it matter. Milliseconds since 1970-01-01, both inclusive. */
export interface EventRange {
  readonly from: number;
  readonly to: number;
  /** `naive`: a wall clock, held as if it were UTC, as in a table. */
  readonly zone: "instant" | "naive";
}

/** Most events that a calendar may have in the time of a file, and most repetitions that are walked through to find them. */
const MOST_EVENTS = 100_000;
const MOST_STEPS = 100_000;

/** Calendars are read by ical.js, which is loaded only when there is one. */
export async function calendarLibrary(): Promise<Library> {
  return (await import("ical.js")).default;
}

/** Whether a text is a calendar. */
export function isCalendar(text: string): boolean {
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text);
}

/**
 * Events of an iCalendar text (RFC 5545) in a range of time: all-day and timed ones, repetitions with their ends and
 * exceptions, time zones of the file.
 *
 * @param library what `calendarLibrary` loaded
 * @throws InputError `bad_data` when it is no calendar or holds more than can be walked through
 */
export function calendarEvents(library: Library, text: string, range: EventRange): KnownEvent[] {
  try {
    const calendar = new library.Component(library.parse(withDates(text)) as [string, unknown[], unknown[]]);
    const calendars = calendar.name === "vcalendar" ? [calendar] : calendar.getAllSubcomponents("vcalendar");
    for (const each of calendars)
      for (const zone of each.getAllSubcomponents("vtimezone")) library.TimezoneService.register(zone);
    return calendars.flatMap((each) => new Walk(library, range).events(each.getAllSubcomponents("vevent")));
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    throw new InputError("calendar", { reason: error.message });
  } finally {
    library.TimezoneService.reset();
  }
}

/** Programs leave out that a value of eight digits is a date. */
function withDates(text: string): string {
  return text.replace(/^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE):(\d{8}\s*)$/gim, "$1;VALUE=DATE:$2");
}

/** One way through the events of a calendar, with what may still be walked. */
class Walk {
  private steps = MOST_STEPS;
  private readonly found: KnownEvent[] = [];

  constructor(
    private readonly library: Library,
    private readonly range: EventRange,
  ) {}

  events(components: readonly ICAL.Component[]): KnownEvent[] {
    const all = components
      .filter((component) => component.getFirstPropertyValue("dtstart") !== null)
      .map((component) => new this.library.Event(component, { strictExceptions: true, exceptions: [] }));
    const moved = new Map<string, ICAL.Event[]>();
    for (const event of all)
      if (event.isRecurrenceException()) moved.set(event.uid, [...(moved.get(event.uid) ?? []), event]);
    for (const event of all) {
      if (event.isRecurrenceException()) this.add(event, event.startDate, event.endDate);
      else this.walk(event, moved.get(event.uid) ?? []);
    }
    return this.found;
  }

  private walk(event: ICAL.Event, moved: readonly ICAL.Event[]): void {
    if (!event.isRecurring()) {
      this.add(event, event.startDate, event.endDate);
      return;
    }
    const start = this.moment(event.startDate);
    const length = Math.max(0, this.moment(event.endDate) - start);
    const skipped = new Set(moved.map((each) => this.moment(each.recurrenceId)));
    const counted = countedStarts(event, { from: this.range.from - length, to: this.range.to });
    if (counted) {
      for (const at of counted) if (!skipped.has(at)) this.keep(event, at, at + length);
      return;
    }
    const repetitions = event.iterator();
    for (let next = repetitions.next() as ICAL.Time | undefined; next; next = repetitions.next()) {
      const at = this.moment(next);
      if (at > this.range.to) return;
      if (--this.steps < 0) throw new InputError("calendar_repeats", {});
      if (!skipped.has(at)) this.keep(event, at, at + length);
    }
  }

  private add(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): void {
    this.keep(event, this.moment(start), this.moment(end));
  }

  /** DTEND is exclusive; an event without a length is a moment. */
  private keep(event: ICAL.Event, start: number, after: number): void {
    const end = Math.max(start, after - 1);
    if (end < this.range.from || start > this.range.to) return;
    if (this.found.length >= MOST_EVENTS) throw new InputError("calendar_too_large", { most: MOST_EVENTS });
    this.found.push({ name: event.summary || "known event", start, end });
  }

  private moment(time: ICAL.Time): number {
    if (this.range.zone === "instant" && !time.isDate) return time.toUnixTime() * 1000;
    return wallClock(time);
  }
}
