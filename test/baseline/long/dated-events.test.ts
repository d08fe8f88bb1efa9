import { describe, expect, test } from "vitest";
import { baseline } from "../../../kernel-lib/src/baseline/baseline.js";
import { addDatedEvents } from "../../../kernel-lib/src/baseline/long/dated-events.js";
import type { Finding } from "../../../kernel-lib/src/baseline/types.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const DAYS = 1461;
const times = Float64Array.from({ length: DAYS }, (_, row) => Date.UTC(2015, 0, 1 + row) / 1000);
const rowOf = (date: string): number => times.indexOf(Date.parse(`${date}T00:00:00Z`) / 1000);

describe("events on a day of the year", () => {
  /** Rows that are off so far, the events among them beyond four deviations: those that are dates beside learnt ones. */
  function dated(off: Readonly<Record<string, number>>, learnt: readonly string[] = []): string[] {
    const z = new Float64Array(DAYS);
    for (const [date, far] of Object.entries(off)) z[rowOf(date)] = far;
    const event = Uint8Array.from(z, (far) => Number(Math.abs(far) > 4));
    const found = new Uint8Array(DAYS);
    const effect = new Float64Array(DAYS);
    for (const date of learnt) effect[rowOf(date)] = 2;
    addDatedEvents(found, event, z, effect, new Float64Array(DAYS).fill(1), times);
    return Object.keys(off).filter((date) => found[rowOf(date)] === 1);
  }

  test("on which half of the other years are off on that side are dates, over a leap day too", () => {
    const december = { "2015-12-23": 5, "2016-12-23": 2.2, "2018-12-23": 6 };
    expect(dated(december)).toEqual(Object.keys(december));
  });

  test("that are learnt are not learnt again", () => {
    const december = { "2015-12-23": 5, "2016-12-23": 2.2, "2018-12-23": 6 };
    expect(dated(december, ["2015-12-23", "2016-12-23", "2018-12-23"])).toEqual([]);
    expect(dated(december, ["2015-12-23"])).toEqual(["2016-12-23", "2018-12-23"]);
  });

  test("without like ones, of another side or a day beside are events", () => {
    expect(dated({ "2015-12-23": 5, "2016-12-23": 1.2, "2018-12-23": -6 })).toEqual([]);
    expect(dated({ "2015-03-23": 5, "2016-03-24": 5, "2018-03-22": 6 })).toEqual([]);
    expect(dated({ "2015-03-23": 3, "2016-03-23": 3, "2018-03-23": 3 })).toEqual([]);
  });
});

describe("a December of trade that begins and ends at once", () => {
  const findingsWithout = (missing: number): readonly Finding[] => {
    const random = createRandom(`sudden Decembers ${missing} 0`);
    const values = Float64Array.from(times, (time) => {
      const date = new Date(1000 * time);
      const isTrade = date.getUTCMonth() === 11 && date.getUTCDate() <= 24 && date.getUTCFullYear() !== missing;
      return 1000 * (isTrade ? 1.5 : 1) + 40 * random.normal();
    });
    return baseline({ values, step: 86_400, times, excluded: null }).findings;
  };

  test.each([2015, 2016, 2017, 2018])("and is missing in %i is told in that year alone", (missing) => {
    const findings = findingsWithout(missing);
    expect(findings.length).toBeGreaterThan(0);
    for (const { start, end } of findings) {
      expect(start).toBeGreaterThanOrEqual(rowOf(`${missing}-11-24`));
      expect(end).toBeLessThanOrEqual(rowOf(`${missing}-12-31`) + 1);
    }
  });
});
