import { describe, expect, test } from "vitest";
import { calendarEvents, calendarLibrary, type EventRange } from "../../kernel-lib/src/events/calendar-file.js";
import { parseEventsCsv } from "../../kernel-lib/src/events/events-csv.js";
import { withinTime } from "../../kernel-lib/src/cli/time-limit.js";

const library = await calendarLibrary();
const range: EventRange = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2025, 11, 31), zone: "naive" };

const calendar = (...lines: string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]): string[] => ["BEGIN:VEVENT", ...lines, "SUMMARY:Fair", "END:VEVENT"];
const starts = (text: string, within: EventRange = range): string[] =>
  calendarEvents(library, text, within).map(({ start }) => new Date(start).toISOString().slice(0, 16));

describe("events of a CSV file", () => {
  test.each([
    ["name;date\nNew Year;2018-01-01\n", "New Year"],
    ['date,name\n2018-01-01,"Fair, hall 2"\n', "Fair, hall 2"],
    ['"date","name"\r\n"2018-01-01","The ""big"" one"\r\n', 'The "big" one'],
    ["\uFEFFDate\tTitle\n2018-01-01\tFair\n\n", "Fair"],
    ["date\n2018-01-01\n", "known event"],
    // Rows that are shorter than the header.
    ["date,end,name\n2018-01-01\n", "known event"],
  ])("%j", (text, name) => {
    expect(parseEventsCsv(text)).toEqual([{ name, start: Date.UTC(2018, 0, 1), end: Date.UTC(2018, 0, 2) - 1 }]);
  });

  test("that cannot be read are named", () => {
    expect(() => parseEventsCsv("when,what\n1,2\n")).toThrow('columns "when", "what"');
    expect(() => parseEventsCsv("name,date\nFair,2018-01-01\nSale\n")).toThrow("line 3 of the events");
    expect(parseEventsCsv("")).toEqual([]);
  });
});

describe("events of a calendar", () => {
  test("last their days and hours", () => {
    const text = calendar(
      ...event("DTSTART;VALUE=DATE:20240530", "DTEND;VALUE=DATE:20240602"),
      ...event("DTSTART:20240701T080000", "DURATION:PT2H"),
      ...event("DTSTART;VALUE=DATE:20200101"),
    );
    expect(calendarEvents(library, text, range)).toEqual([
      { name: "Fair", start: Date.UTC(2024, 4, 30), end: Date.UTC(2024, 5, 2) - 1 },
      { name: "Fair", start: Date.UTC(2024, 6, 1, 8), end: Date.UTC(2024, 6, 1, 10) - 1 },
    ]);
  });

  test.each([
    [
      ["DTSTART;VALUE=DATE:20171225", "RRULE:FREQ=YEARLY"],
      ["2024-12-25T00:00", "2025-12-25T00:00"],
    ],
    [["DTSTART;VALUE=DATE:20171225", "RRULE:FREQ=YEARLY;UNTIL=20241225"], ["2024-12-25T00:00"]],
    [["DTSTART:20241225"], ["2024-12-25T00:00"]],
    [["DTSTART;VALUE=DATE:20171225", "RRULE:FREQ=YEARLY;COUNT=8"], ["2024-12-25T00:00"]],
    [["DTSTART;VALUE=DATE:20171225", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20241225"], ["2025-12-25T00:00"]],
    [["DTSTART;VALUE=DATE:20200229", "RRULE:FREQ=YEARLY"], ["2024-02-29T00:00"]],
    [
      ["DTSTART:20240101T080000Z", "RRULE:FREQ=MONTHLY;INTERVAL=10"],
      ["2024-01-01T08:00", "2024-11-01T08:00", "2025-09-01T08:00"],
    ],
    [
      ["DTSTART;VALUE=DATE:20231123", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"],
      ["2024-11-28T00:00", "2025-11-27T00:00"],
    ],
    [["DTSTART:20251230T080000", "RRULE:FREQ=DAILY;UNTIL=20251231T075959"], ["2025-12-30T08:00"]],
  ])("%j repeat as their rule says", (lines, wanted) => {
    expect(starts(calendar(...event("UID:1", ...lines)))).toEqual(wanted);
  });

  test("that were moved stand where they were moved to", () => {
    const text = calendar(
      ...event("UID:1", "DTSTART;VALUE=DATE:20241225", "RRULE:FREQ=YEARLY;COUNT=2"),
      ...event("UID:1", "RECURRENCE-ID;VALUE=DATE:20251225", "DTSTART;VALUE=DATE:20251220"),
    );
    expect(starts(text).sort()).toEqual(["2024-12-25T00:00", "2025-12-20T00:00"]);
  });

  test("stand in the zone of the data", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Berlin",
      "BEGIN:STANDARD",
      "DTSTART:19701025T030000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0100",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const text = calendar(...zone, ...event("DTSTART;TZID=Berlin:20240301T080000"));
    expect(starts(text)).toEqual(["2024-03-01T08:00"]);
    expect(starts(text, { ...range, zone: "instant" })).toEqual(["2024-03-01T07:00"]);
  });

  test("are found in seconds, or the calendar is refused", () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      event(`UID:${i}`, "DTSTART;VALUE=DATE:19000501", "RRULE:FREQ=YEARLY"),
    );
    const started = performance.now();
    expect(starts(calendar(...many.flat()))).toHaveLength(40_000);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(() => starts(calendar(...event("DTSTART:19000101T000000", "RRULE:FREQ=MINUTELY;BYMINUTE=1,2")))).toThrow(
      /repeats its events too often|cannot be read/,
    );
    // A rule that never comes true: 30 February.
    const never = calendar(...event("DTSTART;VALUE=DATE:20240101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));
    expect(() =>
      withinTime(1, ["calendar_takes_long", { file: "never.ics", seconds: 1 }], () =>
        calendarEvents(library, never, range),
      ),
    ).toThrow("longer than 1 seconds");
  });

  test.each(["BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR", "BEGIN:VCALENDAR\r\nnonsense"])(
    "that are broken are refused: %j",
    (text) => {
      let code: string | undefined;
      try {
        calendarEvents(library, text, range);
      } catch (error) {
        code = (error as { code?: string }).code;
      }
      expect([undefined, "bad_data"]).toContain(code);
      expect(() => calendarEvents(library, calendar(...event("DTSTART:20240101", "RRULE:FREQ=FOO")), range)).toThrow(
        "cannot be read",
      );
    },
  );
});
