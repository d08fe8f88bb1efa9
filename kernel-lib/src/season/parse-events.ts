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
    return { name: event.name ?? "known event", start: moment(from).start, end: moment(event.end ?? from).end };
  });
}

/**
 * Events of a CSV text with a header: `date` or `start`, optionally `end` and `name` (any order, comma or semicolon).
 *
 * @throws InputError `bad_config` when there is no date column or a date cannot be read.
 */
export function parseEventsCsv(text: string): KnownEvent[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const mark = lines[0]?.includes(";") ? ";" : ",";
  const cells = (line: string): string[] => line.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const header = cells(lines[0] ?? "").map((name) => name.toLowerCase());
  const column = (...names: string[]): number => header.findIndex((name) => names.includes(name));
  const [start, end, name] = [
    column("date", "start", "ds"),
    column("end"),
    column("name", "event", "holiday", "title"),
  ];
  if (start < 0)
    throw unreadable(
      `The calendar has the columns ${header.map((each) => `"${each}"`).join(", ")}, but none called "date" or "start".`,
    );
  return lines.slice(1).map((line) => {
    const row = cells(line);
    return {
      name: row[name] || "known event",
      start: moment(row[start]).start,
      end: moment(row[end] || row[start]).end,
    };
  });
}

/** Events of an iCalendar text (RFC 5545): DTSTART, DTEND, SUMMARY and yearly rules; of other repetitions the first only. */
export function parseICalendar(text: string): KnownEvent[] {
  const lines = text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const events: KnownEvent[] = [];
  let fields: Record<string, string> | null = null;
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") fields = {};
    else if (line === "END:VEVENT" && fields) {
      events.push(...calendarEvent(fields));
      fields = null;
    } else if (fields) {
      const colon = line.indexOf(":");
      if (colon > 0) fields[line.slice(0, colon).split(";")[0].toUpperCase()] = line.slice(colon + 1);
    }
  }
  return events;
}

function calendarEvent(fields: Readonly<Record<string, string>>): KnownEvent[] {
  if (!fields.DTSTART) return [];
  const start = calendarMoment(fields.DTSTART);
  const whole = fields.DTSTART.length === 8;
  // DTEND is exclusive; without it an all-day event lasts its day.
  const end = fields.DTEND ? calendarMoment(fields.DTEND) - 1 : start + (whole ? DAY - 1 : 0);
  const years = /FREQ=YEARLY/.test(fields.RRULE ?? "") ? 40 : 1;
  const name = (fields.SUMMARY ?? "known event").replace(/\\([,;\\])/g, "$1");
  return Array.from({ length: years }, (_, year) => ({
    name,
    start: yearsLater(start, year),
    end: yearsLater(end, year),
  }));
}

function calendarMoment(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?)?/.exec(text);
  if (!parts) throw unreadable(`"${text}" is no iCalendar date.`);
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function yearsLater(time: number, years: number): number {
  if (years === 0) return time;
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/** First and last millisecond that a date or a time means. */
function moment(text: string): { start: number; end: number } {
  const day = /^\d{4}-\d\d-\d\d$/.test(text);
  const start = Date.parse(day ? `${text}T00:00:00Z` : `${text.replace(" ", "T").replace(/Z$/, "")}Z`);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(start)) throw unreadable(`"${text}" is no date.`);
  return { start, end: day ? start + DAY - 1 : start };
}

function unreadable(message: string): InputError {
  return new InputError("bad_config", message, "Write dates as 2024-12-25 and times as 2024-12-25 08:00.");
}
