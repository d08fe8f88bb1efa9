import { expect, test } from "vitest";
import type { Incident, SeriesReport } from "../../../../kernel-lib/src/index.js";
import type { StoredVerdict } from "../../../../extension/shared/protocol/index.js";
import { setDisplayLanguage } from "../../../../extension/shared/translate.js";
import { examplesOf, likeExpected, offeredRules, verdictsOn } from "../../../../extension/src/worker/lessons.js";

const day = 86_400_000;
/** Monday. */
const first = Date.UTC(2024, 0, 1);

/** Days with dips of so many at these points. */
function series(dips: Readonly<Record<number, number>>, direction: "up" | "down" = "down"): SeriesReport {
  const incidents = Object.entries(dips).map(
    ([point, size], place) =>
      ({
        rank: place + 1,
        start: Number(point),
        end: Number(point),
        peak: Number(point),
        points: 1,
        kind: "dip",
        direction,
        actual: 100 - size,
        expected: 100,
      }) as Incident,
  );
  const time = Float64Array.from({ length: 100 }, (_, row) => first + row * day);
  return { kpi: "sales", series: "", time, incidents } as unknown as SeriesReport;
}

const said = (point: number, verdict: "expected" | "real"): StoredVerdict => ({
  kpi: "sales",
  series: "",
  start: first + point * day,
  end: first + (point + 1) * day,
  verdict,
  note: "",
});

test("an incident like one that is expected is told so: same kind, same place in the calendar, no larger", () => {
  const one = series({ 10: 40, 17: 45, 24: 80, 18: 30, 29: 35, 30: 20 });
  const verdicts = verdictsOn(one, [said(10, "expected"), { ...said(17, "expected"), kpi: "orders" }]);
  const examples = examplesOf(one, day, verdicts);
  const like = one.incidents.map((incident) => likeExpected(one, incident, day, verdicts, examples)?.place ?? null);
  // The marked one itself; a week later; too large; another weekday; the rest on other days.
  expect(like).toEqual([null, "weekday", null, null, null, null]);
  const real = [...verdicts, said(17, "real")];
  expect(likeExpected(one, one.incidents[1], day, real, examplesOf(one, day, real))).toBeNull();
  expect(likeExpected(one, one.incidents[1], day, [], [])).toBeNull();
});

test("ends of months and dates of the year are places of their own", () => {
  const one = series({ 30: 40, 59: 30 });
  const verdicts = [said(30, "expected")];
  expect(likeExpected(one, one.incidents[1], day, verdicts, examplesOf(one, day, verdicts))?.place).toBe("monthEnd");
});

test("after three expected of one direction and none real, a rule is offered, once", () => {
  setDisplayLanguage("en");
  const one = series({ 10: 40, 20: 40, 30: 40 }, "up");
  const verdicts = [10, 20, 30].map((point) => said(point, "expected"));
  expect(offeredRules(one, day, verdicts, {})).toMatchObject([
    { kind: "rule", action: "Only falls", changes: { rules: { sales: { direction: "down" } } } },
  ]);
  expect(offeredRules(one, day, verdicts.slice(1), {})).toEqual([]);
  expect(offeredRules(one, day, [...verdicts.slice(1), said(10, "real")], {})).toEqual([]);
  expect(offeredRules(one, day, verdicts, { sales: { direction: "down" } })).toEqual([]);
});
