import { expect, test } from "vitest";
import { sharedIncidents } from "../../kernel-lib/src/decide/across-series/shared-incidents.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { reportHtml } from "../../kernel-lib/src/export/report-html.js";
import { reportMarkdown } from "../../kernel-lib/src/export/report-markdown.js";
import { reportText } from "../../kernel-lib/src/export/report-text.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import type { SharedIncident } from "../../kernel-lib/src/decide/across-series/shared-incidents.js";
import type { Incident } from "../../kernel-lib/src/report.js";
import { reasonOf, toldKind, toldSpan } from "../../kernel-lib/src/words/incident.js";
import { spanLabels } from "../../kernel-lib/src/words/report.js";
import { toldMoment } from "../../kernel-lib/src/words/shared-incident.js";

/** From 0 to 1, without a pattern, the same each time. */
const scatter = (seed: number): number => Math.abs(Math.sin(seed * 12.9898) * 43_758.5453) % 1;

/** Days of two KPIs without the rows from 1 to 20 April 2024. */
const rows = Array.from({ length: 300 }, (_, row) => {
  const date = new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10);
  return `${date},${(100 + 5 * scatter(row)).toFixed(1)},${(60 + 5 * scatter(row + 0.5)).toFixed(1)}`;
}).filter((_, row) => row < 91 || row > 110);
const report = await detect(readTable(`date,orders,visits\n${rows.join("\n")}\n`), {});

test("missing values have the same dates in their sentence, in every table and as a moment of several KPIs", () => {
  for (const series of report.series) {
    const [gap] = series.incidents.filter(({ kind }) => kind === "missing");
    expect(reasonOf(gap, series)).toContain("from 1 to 20 Apr");
    expect(new Date(toldSpan(gap, series).from).toISOString()).toMatch(/^2024-04-01/);
    expect(new Date(toldSpan(gap, series).to).toISOString()).toMatch(/^2024-04-20/);
    expect(spanLabels(gap, series)).toEqual({ from: "Mon 1 Apr", to: "Sat 20 Apr" });
  }
  const [shared] = sharedIncidents(report.series);
  expect(new Date(toldMoment(shared, report.series).from).toISOString()).toMatch(/^2024-04-01/);
  for (const text of [reportText(report), reportMarkdown(report), reportHtml(report)]) {
    expect(text).toContain("Mon 1 Apr");
    expect(text).toContain("Sat 20 Apr");
    expect(text).not.toMatch(/\b31 Mar 2024 (to|–)|(to|–) Sun 21 Apr/);
  }
});

test("an incident is called what its sentence tells", () => {
  const named = (kind: string, explanation: object): string | null =>
    toldKind({ kind, actual: 9, expected: 5, missing: null, explanation } as unknown as Incident);
  const both = { above: 3, below: 4 };
  expect(named("variance burst", { sides: both })).toBe("variance burst");
  expect(named("variance burst", { sides: both, late: 5 })).toBe("late course");
  expect(named("pattern break", { sides: both, late: -5 })).toBe("early course");
  expect(named("variance burst", { sides: { above: 3, below: -1 } })).toBe("spike");
  expect(named("level shift", { sides: both })).toBe("spike");
  expect(toldKind({ kind: null } as unknown as Incident)).toBeNull();
});

test("a cycle with which a series does not repeat is not spoken of", () => {
  const [series] = report.series;
  const { pattern } = series;
  const explanation = { compared: { label: "week", points: [] }, rarity: { rank: 99, of: 280 }, lower: 95, upper: 110 };
  const far = { kind: "dip", start: 50, end: 50, peak: 50, actual: 80, expected: 100, votes: 0, explanation };
  const told = (accepted: boolean): string => {
    const periods = [{ steps: 7, label: "week", explained: 0, accepted }];
    return reasonOf(far as unknown as Incident, { ...series, pattern: { ...pattern!, periods } });
  };
  expect(told(true)).toContain("unusual for this day of the week");
  expect(told(false)).toContain("outside its usual range");
});

test("a moment is told from when its first member moved, unless all of them are missing values", () => {
  const DAY = 86_400_000;
  const time = Float64Array.from({ length: 30 }, (_, day) => day * DAY);
  const series = [0, 1].map(() => ({ time, incidents: [{ rank: 1, start: 5, end: 20 } as Incident] }));
  const members = [0, 1].map((index) => ({ index, incident: 1 })) as unknown as SharedIncident["members"];
  expect(toldMoment({ start: 12 * DAY, end: 20 * DAY, members }, series)).toEqual({ from: 12 * DAY, to: 20 * DAY });
});

test("a night of zeros that lasts too long is not told as values that usually vary", () => {
  const values = Float64Array.from({ length: 240 }, (_, hour) =>
    hour % 24 >= 6 && hour % 24 < 18 ? 50 + scatter(hour) : 0,
  );
  values.fill(0, 114, 120);
  const zeros = {
    kind: "flat line",
    start: 90,
    end: 125,
    actual: 0,
    expected: 0,
    explanation: {
      rarity: { rank: 1, of: 240 },
      compared: { label: "", points: [] },
      still: { value: 0, expected: 0 },
    },
  } as unknown as Incident;
  const series = { ...report.series[0], values, cadence: "hourly" };
  const said = (stretch: Partial<Incident>): string => reasonOf({ ...zeros, ...stretch }, series);
  expect(said({})).toBe("Nothing but 0 for 36 hours, otherwise at most 12 hours.");
  expect(said({ start: 18, end: 24 })).not.toContain("Nothing but 0");
});
