import { describe, expect, it } from "vitest";
import { analyseSeries } from "../../../kernel-lib/src/analyse-series.js";
import { resolveConfig } from "../../../kernel-lib/src/config/resolve-config.js";
import { withoutRecurring } from "../../../kernel-lib/src/decide/score/recurring-findings.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import type { NormalFinding } from "../../../kernel-lib/src/report.js";
import { evenSeries } from "../../bench/generated/labelled-series.js";

const finding = (start: number, kind: NormalFinding["kind"] = "row"): NormalFinding => ({
  kind,
  start,
  end: start,
  log10p: -5,
  score: 2,
});

describe("findings that recur", () => {
  it("go where most cycles have one at the same place, and stay where few have", () => {
    const daily = [2, 5, 8, 9, 10, 11].map((day) => finding(24 * day + 7));
    const once = finding(24 * 3 + 15);
    expect(withoutRecurring([...daily, once], 24, 12 * 24)).toEqual([once]);
    expect(withoutRecurring([...daily.slice(0, 3), once], 24, 12 * 24)).toHaveLength(4);
    expect(withoutRecurring([...daily, once], 0, 12 * 24)).toHaveLength(7);
    expect(
      withoutRecurring(
        daily.map(({ start }) => finding(start, "lasting")),
        24,
        12 * 24,
      ),
    ).toHaveLength(6);
  });

  it("go although a restless time covers some of them, which is judged beside others of its kind", () => {
    const hourly = Array.from({ length: 24 }, (_, hour) => finding(12 * hour + 5));
    const restless = { ...finding(60, "restless"), end: 230 };
    expect(withoutRecurring([...hourly, restless], 0, 300)).toEqual([restless]);
    const daily = Array.from({ length: 12 }, (_, day) => ({
      ...finding(24 * day + 7, "restless"),
      end: 24 * day + 12,
    }));
    expect(withoutRecurring(daily, 24, 12 * 24)).toEqual([]);
  });

  it("a machine that is switched on and off each day within a minute is silent, a stop at noon is not", async () => {
    const random = createRandom(4);
    const usual = Float64Array.from(
      { length: 12 * 1440 },
      (_, i) => (i % 1440 >= 400 && i % 1440 < 1003 ? 80 : 20) + 0.5 * random.normal(),
    );
    const stopped = usual.map((value, i) => (i >= 8 * 1440 + 700 && i < 8 * 1440 + 730 ? 20 : value));
    const config = resolveConfig({ mode: "auto", votes: false });
    const [calm, odd] = await Promise.all(
      [usual, stopped].map(async (values) => {
        const series = evenSeries("load", values, 60);
        return (await analyseSeries({ series, lines: series.records, decimals: 2, config })).report.incidents;
      }),
    );
    expect(calm.length).toBeLessThanOrEqual(1);
    expect(odd.some(({ start, end }) => start <= 8 * 1440 + 729 && end >= 8 * 1440 + 700)).toBe(true);
  });
});
