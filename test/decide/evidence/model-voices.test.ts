import { describe, expect, it } from "vitest";
import { blockRows } from "../../../kernel-lib/src/decide/evidence/block-maxima.js";
import { fillColumn } from "../../../kernel-lib/src/decide/evidence/evidence-column.js";
import { modelVoices } from "../../../kernel-lib/src/decide/evidence/model-voices.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { analyseSeason } from "../../../kernel-lib/src/season/season.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const ROWS = 420;
const BLOCK = blockRows(ROWS, "days");
const highest = (values: Float64Array): number => values.indexOf(Math.max(...values));

function noise(added: (row: number) => number, unit = 1): Float64Array {
  const random = createRandom(7);
  return Float64Array.from({ length: ROWS }, (_, row) => unit * (50 + random.normal() + added(row)));
}

function columnsOf(values: Float64Array, pool = new Float64Array(ROWS)): Readonly<Record<string, Float64Array>> {
  const season = analyseSeason(evenSeries("sales", values, 86_400))!;
  return Object.fromEntries(
    modelVoices(season, pool, BLOCK).map((column) => {
      const out = new Float64Array(ROWS);
      fillColumn(column, out);
      return [column.name, out];
    }),
  );
}

describe("the voices of the model", () => {
  const spike = noise((row) => (row === 200 ? 12 : 0));
  const step = noise((row) => (row >= 250 ? 8 : 0));

  it("are highest at a spike", () => {
    const columns = columnsOf(spike);
    for (const name of ["nz", "nalone", "msum"]) expect(highest(columns[name]), name).toBe(200);
    expect(columns.nfound[200]).toBeGreaterThan(2);
    expect(highest(columns.nfound)).toBe(200);
  });

  it("tell how sure the finding of a row is, and leave changes of level to their own column", () => {
    for (const values of [spike, step]) {
      const { nfound } = columnsOf(values);
      const { findings } = analyseSeason(evenSeries("sales", values, 86_400))!.baseline;
      nfound.forEach((told, row) => {
        const covering = findings.filter(
          ({ kind, start, end }) => kind !== "lasting" && kind !== "temporary" && row >= start && row < end,
        );
        const sure = Math.max(0, ...covering.map(({ log10p }) => Math.min(80, -log10p * Math.LN10)));
        expect(told).toBeCloseTo(Math.log1p(sure), 9);
      });
    }
  });

  it("tell a change of level at its row, fading to both sides", () => {
    const { nlevel } = columnsOf(step);
    expect(Math.abs(highest(nlevel) - 250)).toBeLessThanOrEqual(3);
    expect(nlevel[250]).toBeGreaterThan(1.5);
    expect(nlevel[250 + BLOCK]).toBe(0);
    expect(nlevel[250 - BLOCK]).toBe(0);
    expect(columnsOf(noise(() => 0)).nlevel).toEqual(new Float64Array(ROWS));
  });

  it("are the same in another unit", () => {
    const [one, other] = [columnsOf(step), columnsOf(noise((row) => (row >= 250 ? 8 : 0), 1024))];
    for (const name of Object.keys(one))
      one[name].forEach((value, row) => expect(other[name][row], name).toBeCloseTo(value, 4));
  });

  it("join with the detectors: what both say, and what either says", () => {
    const pool = new Float64Array(ROWS);
    pool[200] = 2;
    pool[300] = 5;
    const [alone, joined] = [columnsOf(spike), columnsOf(spike, pool)];
    expect(alone.both).toEqual(new Float64Array(ROWS));
    expect(joined.both[200]).toBeCloseTo(Math.log1p(2), 12);
    expect(Math.expm1(joined.msum[300])).toBeCloseTo(Math.hypot(Math.expm1(alone.msum[300]), 5), 9);
    for (const name of ["nz", "nzl", "nmean", "nfound", "nlevel", "nctx", "nwide", "nalone"])
      expect(joined[name], name).toEqual(alone[name]);
  });
});
