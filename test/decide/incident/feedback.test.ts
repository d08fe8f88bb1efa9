import { expect, test } from "vitest";
import {
  parseFeedback,
  feedbackText,
  withFeedback,
  type Feedback,
} from "../../../kernel-lib/src/decide/incident/feedback.js";
import { createRandom, detect, readTable } from "../../../kernel-lib/src/index.js";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 51);
const said: Feedback = { kpi: "sales", series: "", start, end: start + day, verdict: "expected", note: "inventory" };
const random = createRandom("feedback");
const lines = Array.from(
  { length: 200 },
  (_, row) =>
    `${new Date(Date.UTC(2024, 0, row + 1)).toISOString().slice(0, 10)},${row === 50 ? 900 : row === 120 ? 700 : (105 + 3 * random.normal()).toFixed(1)}`,
);
const table = readTable(new TextEncoder().encode(`date,sales\n${lines.join("\n")}\n`), { file: "sales.csv" });

test("verdicts survive being written, dates in a form that can be read", () => {
  const other: Feedback = { ...said, kpi: "a", verdict: null };
  const text = feedbackText([said, other], true);
  expect(text).toContain('"start": "2024-02-20T00:00:00Z"');
  expect(parseFeedback(text)).toEqual([other, said]);
  expect(parseFeedback(feedbackText([{ ...said, start: 3, end: 5 }], false))).toEqual([{ ...said, start: 3, end: 5 }]);
});

test.each([
  "",
  "{}",
  '{"verdicts": [null]}',
  '{"verdicts": [{"kpi": "a", "series": "", "start": "soon", "end": 3, "verdict": null, "note": ""}]}',
])("refuses %s", (text) => {
  expect(() => parseFeedback(text)).toThrow(expect.objectContaining({ code: "bad_data" }) as Error);
});

test("what is marked as expected is no incident, the others are ranked anew", async () => {
  const report = await detect(table);
  const [series] = report.series;
  expect(series.incidents.map(({ peak }) => peak)).toEqual([50, 120]);
  const told = withFeedback(report, [said, { ...said, kpi: "other", start: 0 }]);
  expect(told.series[0].incidents.map(({ rank, peak }) => [rank, peak])).toEqual([[1, 120]]);
  expect([
    told.series[0].flags[50],
    told.series[0].flags[120],
    told.series[0].incidentOf[50],
    told.series[0].incidentOf[120],
  ]).toEqual([0, 1, 0, 1]);
  expect(told.assumptions.at(-1)?.id).toBe("verdicts");
  expect(withFeedback(report, [{ ...said, verdict: "real" }])).toBe(report);
});
