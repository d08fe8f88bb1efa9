import { describe, expect, test } from "vitest";
import {
  noRules,
  silencedBy,
  type KpiRules,
  type SilencingRule,
} from "../../../kernel-lib/src/decide/incident/kpi-rules.js";

const of = (deviation: number, deviationPercent: number, points: number, rules: Partial<KpiRules>) =>
  silencedBy({ ...noRules, ...rules }, { start: 10, end: 9 + points }, { deviation, deviationPercent });

describe("what a rule silences", () => {
  test.each<[Partial<KpiRules>, SilencingRule, number, number]>([
    [{ direction: "up" }, "only_rises", -0.1, 0.1],
    [{ direction: "down" }, "only_falls", 0.1, -0.1],
  ])("%j is %s", (rules, rule, silent, told) => {
    expect([of(silent, NaN, 1, rules), of(told, NaN, 1, rules), of(0, NaN, 1, rules)]).toEqual([rule, null, null]);
  });

  test("a least effect, share and length let through what just reaches them", () => {
    expect([of(-4.9, 1, 1, { minimumEffect: 5 }), of(-5, 1, 1, { minimumEffect: 5 })]).toEqual(["least_effect", null]);
    const share = { minimumEffectPercent: 20 };
    expect([of(9, -19.9, 1, share), of(9, -20, 1, share)]).toEqual(["least_share", null]);
    expect([of(9, 9, 2, { minimumLength: 3 }), of(9, 9, 3, { minimumLength: 3 })]).toEqual(["least_length", null]);
  });

  test("the first one that it misses is told", () => {
    const all: KpiRules = { direction: "up", minimumEffect: 5, minimumEffectPercent: 20, minimumLength: 3 };
    expect([of(-1, -1, 1, all), of(1, 1, 1, all), of(9, 1, 1, all), of(9, 90, 1, all), of(9, 90, 3, all)]).toEqual([
      "only_rises",
      "least_effect",
      "least_share",
      "least_length",
      null,
    ]);
  });

  test("what cannot be compared is not silenced for its size, and no rule silences nothing", () => {
    expect(of(NaN, NaN, 1, { direction: "up", minimumEffect: 5, minimumEffectPercent: 20 })).toBeNull();
    expect(of(0, 0, 1, {})).toBeNull();
  });
});
