import { describe, expect, test } from "vitest";
import { hasSay } from "../kernel-lib/src/detectors/detector.js";
import { detectors } from "../kernel-lib/src/detectors/index.js";
import { assumptionText, detect, type Report } from "../kernel-lib/src/index.js";
import { resolveConfig } from "../kernel-lib/src/config/resolve-config.js";
import { tableFromColumns } from "../kernel-lib/src/adapters/table-from-columns.js";
import { createRandom } from "../kernel-lib/src/numeric/random.js";

const random = createRandom(19);
const values = Array.from({ length: 400 }, (_, i) =>
  i === 250 ? 400 : 100 + 20 * Math.sin((2 * Math.PI * i) / 24) + random.normal() * 2,
);
const table = tableFromColumns({
  time: values.map((_, i) => new Date(Date.UTC(2024, 0, 1, i))),
  value: values,
});

/** What was decided, without what only votes tell. */
function decided({ series }: Report): unknown {
  return series.map(({ flags, combined, incidents }) => ({
    flags,
    combined,
    incidents: incidents.map(({ votes: _votes, detectors: _detectors, explanation, ...incident }) => ({
      ...incident,
      explanation: explanation && { ...explanation, features: undefined },
    })),
  }));
}

const ran = (report: Report): string[] => report.series[0].detections.map(({ detector }) => detector);

describe("only what someone looks at is computed", () => {
  test("detectors without a say do not run unasked, what is decided stays the same, and it is said", async () => {
    const [all, asked] = [await detect(table), await detect(table, { votes: false })];
    expect(all.series[0].incidents.length).toBeGreaterThan(0);
    expect(decided(asked)).toEqual(decided(all));
    expect(ran(asked).every((id) => hasSay(detectors[id]))).toBe(true);
    expect(ran(all).length).toBeGreaterThan(ran(asked).length);
    const said = asked.assumptions.map((assumption) => assumptionText(assumption));
    expect(said).toContainEqual(
      expect.stringMatching(/Isolation Forest.*did not run: they have no say in this mode\./),
    );
    expect(all.assumptions.some(({ id }) => id === "withoutVotes")).toBe(false);
  });

  test("a vote, a consensus and a detector that is set or switched on are asked for", () => {
    const enabled = (config: Parameters<typeof resolveConfig>[0]): boolean[] => {
      const { isolationForest, zScore } = resolveConfig({ votes: false, ...config }).detectors;
      return [isolationForest.enabled, zScore.enabled];
    };
    expect(enabled({})).toEqual([false, false]);
    expect(enabled({ mode: "vote" })).toEqual([true, true]);
    expect(enabled({ consensus: 2 })).toEqual([true, true]);
    expect(enabled({ detectors: { isolationForest: { trees: 50 } } })).toEqual([true, false]);
    expect(enabled({ detectors: { zScore: { enabled: true } } })).toEqual([false, true]);
    expect(enabled({ votes: true, detectors: { zScore: { enabled: false } } })).toEqual([true, false]);
  });
});
