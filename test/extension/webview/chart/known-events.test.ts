import { beforeEach, expect, test } from "vitest";
import { setDisplayLanguage } from "../../../../extension/shared/translate.js";
import { setLocale } from "../../../../extension/shared/words.js";
import type { Results } from "../../../../extension/shared/protocol/index.js";
import type { ChartInput } from "../../../../extension/webview/chart/chart-input.js";
import { eventMarks } from "../../../../extension/webview/chart/event-marks.js";
import { eventAt, knownEvents } from "../../../../extension/webview/chart/known-events.js";

const at = (text: string): number => Date.parse(`${text}Z`);
const results = (config: Results["config"], dated = true): Results =>
  ({
    config,
    chosen: {
      dated,
      start: at("2024-01-01T00:00"),
      end: at("2024-03-01T00:00"),
      cadence: { seconds: 3600, label: "hourly" },
    },
  }) as unknown as Results;

beforeEach(() => {
  setLocale("en");
  setDisplayLanguage("en");
});

test("a date is its whole day, an end is inclusive, what lies outside the file is left out", () => {
  const events = knownEvents(
    results({
      events: [
        { name: "Fair", start: "2024-02-03", end: "2024-02-04" },
        { date: "2024-01-05 08:30" },
        { name: "Old", date: "2020-01-01" },
      ],
    }),
  );
  expect(events).toEqual([
    { name: "", start: at("2024-01-05T08:30"), end: at("2024-01-05T08:30") + 1 },
    { name: "Fair", start: at("2024-02-03T00:00"), end: at("2024-02-05T00:00") },
  ]);
  expect(eventAt(events, at("2024-02-04T23:00"))?.name).toBe("Fair");
  expect(eventAt(events, at("2024-02-05T00:00"))).toBeUndefined();
});

test("a file without dates has no events", () => {
  expect(knownEvents(results({ events: [{ date: "2024-02-03" }] }, false))).toEqual([]);
});

test("each event has a bracket; a name that would touch the one before gives way; names are text, not tags", () => {
  const input = results({
    events: [
      { name: "<i>Fair</i>", date: "2024-01-10" },
      { name: "Fair, second day", date: "2024-01-11" },
      { name: "Last", date: "2024-02-29" },
    ],
  });
  const { shapes, annotations } = eventMarks({
    results: input,
    events: knownEvents(input),
    from: input.chosen.start,
    to: input.chosen.end,
    width: 900,
    colors: {},
  } as unknown as ChartInput);
  expect(shapes.map(({ path }) => path)).toContain("M2024-01-10_00:00:00.000,-24V-30H2024-01-11_00:00:00.000V-24");
  expect(shapes.length).toBe(3);
  expect(annotations.map(({ text, xanchor }) => [text, xanchor])).toEqual([
    ["&lt;i&gt;Fair&lt;/i&gt;", "left"],
    ["Last", "right"],
  ]);
  expect(annotations[0].hovertext).toBe("&lt;i&gt;Fair&lt;/i&gt;: Wed 10 Jan");
});
