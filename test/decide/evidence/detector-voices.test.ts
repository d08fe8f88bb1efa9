import { describe, expect, it } from "vitest";
import {
  detectorVoices,
  LONE_VOICE,
  loneness,
  lonenessAt,
  pooled,
  productOf,
} from "../../../kernel-lib/src/decide/evidence/detector-voices.js";
import { fillColumn } from "../../../kernel-lib/src/decide/evidence/evidence-column.js";
import { surpriseAt, surpriseBy, type Surprise } from "../../../kernel-lib/src/decide/evidence/surprise.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const DAY = 86_400;
const ROWS = 420;
const BLOCK = 14;

const noise = (seed: number, rows = ROWS): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => random.normal());
};
/** Scores that are their own surprise. */
const plain = (...scores: number[]): Surprise => ({
  scores: Float64Array.from(scores),
  isRoot: false,
  lowest: Math.min(...scores),
  place: 0,
  scale: 1,
});
const season = analyseSeason(evenSeries("sales", noise(1), DAY))!;

/** All columns of these scores, as they count. */
function columnsOf(scores: Readonly<Record<string, Float64Array>>): ReadonlyMap<string, Float64Array> {
  const surprises = new Map(Object.entries(scores).map(([id, own]) => [id, surpriseBy(own, BLOCK, 0.3)]));
  const { columns } = detectorVoices(surprises, new Float64Array(ROWS), season, BLOCK);
  return new Map(
    columns.map((column) => {
      const out = new Float64Array(ROWS);
      fillColumn(column, out);
      return [column.name, out];
    }),
  );
}

describe("the pool of all detectors", () => {
  it("is the root of the sum of squares above 0 and a hundredth of the mean, never below 0", () => {
    const surprises = new Map([
      ["a", plain(3, -1, 0)],
      ["b", plain(4, -3, 2)],
    ]);
    expect([...pooled(surprises, 3)]).toEqual([5.035, 0, 2.01]);
    expect([...pooled(new Map(), 2)]).toEqual([0, 0]);
  });
});

describe("loneness", () => {
  it("is the log share of blocks that come near, and never falls with the value", () => {
    const alone = loneness(Float64Array.of(4, 1, 3, 2), 0.5, 1);
    expect(lonenessAt(alone, -9)).toBeCloseTo(-Math.log(5 / 4), 12);
    expect(lonenessAt(alone, 4)).toBeCloseTo(-Math.log(3 / 4), 12);
    expect(lonenessAt(alone, 100)).toBeCloseTo(Math.log(4), 12);
  });
});

describe("the voices of the detectors", () => {
  const spike = (at: number, size: number, seed: number): Float64Array =>
    noise(seed).map((value, row) => (row === at ? size : value));
  const scores = { [LONE_VOICE]: spike(200, 9, 2), levelShift: spike(200, 12, 3), cycleShape: noise(4) };

  it("are highest where several score high, alone and together", () => {
    const columns = columnsOf(scores);
    for (const name of [LONE_VOICE, "levelShift", "second", "sum", "alone", "alone_z"]) {
      const column = columns.get(name)!;
      expect(column.indexOf(Math.max(...column)), name).toBe(200);
    }
    const [around, sum] = [columns.get("ctx_max")!, columns.get("sum")!];
    expect(around[200 + (BLOCK >> 2)]).toBe(sum[200]);
    expect(around[200 + (BLOCK >> 2) + 1]).toBeLessThan(sum[200]);
  });

  it("tell the second largest surprise, and none where there is one voice", () => {
    const columns = columnsOf(scores);
    const surprises = Object.values(scores).map((own) => surpriseBy(own, BLOCK, 0.3));
    for (let row = 0; row < ROWS; row++) {
      const second = surprises.map((own) => surpriseAt(own, row)).sort((a, b) => b - a)[1];
      expect(columns.get("second")![row]).toBeCloseTo(Math.log1p(Math.max(0, second)), 12);
    }
    expect(columnsOf({ levelShift: noise(3) }).get("second")).toEqual(new Float64Array(ROWS));
  });

  it("know what returns after a year, and only that", () => {
    const yearly = noise(5).map((value, row) => (row === 20 || row === 385 ? 12 : row === 200 ? 12 : value));
    const { sum, anniv } = Object.fromEntries(columnsOf({ levelShift: yearly }));
    expect(anniv[20]).toBe(sum[20]);
    expect(anniv[385]).toBe(sum[385]);
    expect(anniv[200]).toBe(0);
    for (let row = 0; row < ROWS; row++) expect(anniv[row]).toBeLessThanOrEqual(sum[row]);
  });

  it("hear nothing of a former score that is not above 0", () => {
    expect([-1, 0, NaN].map(productOf)).toEqual([0, 0, 0]);
    expect(productOf(1)).toBeCloseTo(Math.log(5), 12);
  });
});
