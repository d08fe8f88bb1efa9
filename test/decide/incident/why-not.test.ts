import { describe, expect, test } from "vitest";
import { noRules } from "../../../kernel-lib/src/decide/incident/kpi-rules.js";
import { whyNotFlagged, type AskedSeries } from "../../../kernel-lib/src/decide/incident/why-not.js";
import { plantedSeries } from "../../many-report.js";

const ROWS = 100;
const planted = plantedSeries("sales", 3, [[20, 22, 9]], { length: ROWS });

/** What was judged of it: an incident, a score above the line beside it, a gap, a known event, a point nobody judged. */
function asked(): AskedSeries {
  const scores = new Float64Array(ROWS).fill(0.1);
  scores.fill(3, 20, 23);
  scores[25] = 2;
  [scores[50], scores[60]] = [NaN, NaN];
  const values = planted.values.slice();
  values[25] = 96;
  values[50] = NaN;
  const known = new Uint8Array(ROWS);
  known[55] = 1;
  return {
    scores,
    values,
    expected: planted.expected,
    lower: planted.lower,
    upper: planted.upper,
    pattern: { rhythm: "days", cycle: 7, cycleLabel: "week", wholeCycles: false, periods: [], spread: 2, known },
    incidents: planted.incidents,
  };
}

describe("why a point is not flagged", () => {
  test.each([
    [21, { kind: "incident", rank: 1 }],
    [25, { kind: "beside incident" }],
    [50, { kind: "missing" }],
    [55, { kind: "known event" }],
    [60, { kind: "not judged" }],
    [80, { kind: "below threshold" }],
  ])("point %i: %j", (point, because) => {
    const told = whyNotFlagged(point, asked(), 50);
    expect(told.because).toEqual(because);
    expect(told.flagged).toBe(because.kind === "incident");
  });

  test("a rule that silences it is named", () => {
    const told = (rules: Partial<typeof noRules>) => whyNotFlagged(25, asked(), 50, { ...noRules, ...rules }).because;
    expect(told({ direction: "up" })).toEqual({ kind: "silenced", rule: "only_rises" });
    expect(told({ minimumEffect: 5 })).toEqual({ kind: "silenced", rule: "least_effect" });
    expect(told({ minimumEffect: 4 })).toEqual({ kind: "beside incident" });
  });

  test("the line is the one that was drawn, else that of the sensitivity; distances are in usual deviations", () => {
    expect(whyNotFlagged(25, asked(), 25)).toMatchObject({ cut: 2, score: 2, deviations: 2 });
    expect(whyNotFlagged(25, asked(), 25).because).toEqual({ kind: "below threshold" });
    expect(whyNotFlagged(25, { ...asked(), threshold: 1.5 }, 25)).toMatchObject({
      cut: 1.5,
      because: { kind: "beside incident" },
    });
    expect(whyNotFlagged(25, { ...asked(), threshold: NaN }, 75).cut).toBe(0.5);
  });
});
