import { expect, test } from "vitest";
import type { Detector, Sample } from "../../kernel-lib/src/detectors/detector.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../kernel-lib/src/season/season.js";
import { skipText } from "../../kernel-lib/src/words/assumption.js";
import { contextOf, sampleOf } from "./sample.js";

function withSeason(values: ArrayLike<number>, from = 0): Sample {
  const sample = sampleOf(values);
  const series = { ...sample.series, time: sample.series.time.map((time) => time + from) };
  return { ...sample, series, season: analyseSeason(series) };
}

/** Rows beyond the threshold of a detector, or why it did not run. */
async function flagged(id: string, sample: Sample): Promise<number[] | string> {
  const detector: Detector = detectors[id];
  const scorer = await detector.fit(sample, {}, contextOf());
  if (typeof scorer !== "function")
    return typeof scorer.skipped === "string" ? scorer.skipped : skipText(scorer.skipped);
  const scores = await scorer(sample);
  const { value } = detector.threshold as { value: number };
  return [...scores.keys()].filter((row) => scores[row] > value);
}

test("those that the model makes natural run when they are asked for, and have no part in the combined score", () => {
  for (const id of ["levelChange", "countSurprise", "localScaleResidual", "missingHoliday"]) {
    expect(detectors[id]).toMatchObject({ onRequest: true, family: "series" });
    expect(detectors[id].share).toBeUndefined();
  }
});

test("a level change is flagged on its day, a temporary one on all of its days", async () => {
  const random = createRandom(5);
  const noise = Float64Array.from({ length: 600 }, () => 100 + 2 * random.normal());
  expect(await flagged("levelChange", withSeason(noise))).toEqual([]);
  expect(await flagged("levelChange", withSeason(noise.map((value, i) => value - (i < 400 ? 0 : 20))))).toEqual([400]);
  const days = Array.from({ length: 40 }, (_, i) => 300 + i);
  const outage = noise.map((value, i) => value - (days.includes(i) ? 20 : 0));
  expect(await flagged("levelChange", withSeason(outage))).toEqual(days);
});

test("a count is a surprise by its law: seven where one in two days is usual, not ten where eight are", async () => {
  const random = createRandom(8);
  const poisson = (mean: number): number => {
    let count = -1;
    for (let product = 1; product > Math.exp(-mean); count++) product *= random.next();
    return count;
  };
  const rare = Array.from({ length: 500 }, () => poisson(0.5));
  rare[250] = 8;
  expect(await flagged("countSurprise", withSeason(rare))).toEqual([250]);
  const more = Array.from({ length: 500 }, () => poisson(8));
  more[250] = 14;
  expect(await flagged("countSurprise", withSeason(more))).toEqual([]);
  const measured = Array.from({ length: 500 }, () => 1000 + random.normal());
  expect(await flagged("countSurprise", withSeason(measured))).toMatch(/neither small counts/);
});

test("a local-scale residual counts the same distance more on quiet days", async () => {
  const random = createRandom(9);
  const values = Float64Array.from({ length: 700 }, (_, i) => 500 + (i % 7 > 4 ? 1 : 12) * random.normal());
  const [quiet, restless] = [306, 351];
  expect([quiet % 7, restless % 7]).toEqual([5, 1]);
  values[quiet] = values[restless] = 525;
  const rows = await flagged("localScaleResidual", withSeason(values));
  expect(rows).toContain(quiet);
  expect(rows).not.toContain(restless);
});

test("a holiday that did not come is flagged, one that came is not", async () => {
  const random = createRandom(10);
  const from = Date.UTC(2019, 0, 1);
  const isHoliday = (i: number): boolean =>
    /-(12-25|05-01)$/.test(new Date(from + i * 86_400_000).toISOString().slice(0, 10));
  const values = Array.from(
    { length: 5 * 365 },
    (_, i) => (isHoliday(i) ? 300 : 1000 + (i % 7 > 4 ? -200 : 0)) + 25 * random.normal(),
  );
  expect(await flagged("missingHoliday", withSeason(values, from))).toEqual([]);
  const at = values.findIndex((_, i) => i > 3 * 365 && isHoliday(i));
  values[at] = 1000;
  expect(await flagged("missingHoliday", withSeason(values, from))).toEqual([at]);
  expect(await flagged("missingHoliday", withSeason(values.slice(0, 200), from))).toMatch(/no date/);
});
