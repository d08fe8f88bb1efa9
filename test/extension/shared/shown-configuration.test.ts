import { expect, test } from "vitest";
import { changedConfig, changedYaml } from "../../../extension/src/configuration/library.js";
import type { DetectorFacts, Results } from "../../../extension/shared/protocol/index.js";
import { shownConfiguration } from "../../../extension/shared/shown-configuration.js";
import { resolveConfig, type Config } from "../../../kernel-lib/src/index.js";

const detector = (id: string, part: DetectorFacts["part"]): DetectorFacts => ({
  id,
  title: id,
  summary: "",
  part,
  enabled: true,
  state: "done",
  flagged: 0,
});

/** What a panel knows after its voters were switched. */
function results(config: Config, voters: readonly string[]): Results {
  const { detectors, features, ...rest } = resolveConfig(config);
  const flat = (entries: typeof detectors): NonNullable<Config["detectors"]> =>
    Object.fromEntries(Object.entries(entries).map(([id, { enabled, params }]) => [id, { enabled, ...params }]));
  return {
    config: { ...rest, detectors: flat(detectors), features: flat(features) },
    chosen: {
      detectors: [
        detector("zScore", "votes"),
        detector("interquartileRange", "votes"),
        detector("arInnovation", "weighs"),
      ],
    },
    tuning: { detectors: voters },
  } as unknown as Results;
}

test("what is at its default is not written", () => {
  expect(changedConfig(shownConfiguration(results({}, ["zScore", "interquartileRange"])))).toEqual({});
  expect(changedYaml(results({}, []).config, "Every option is at its default.")).toBe(
    "# Every option is at its default.\n",
  );
});

test("a detector that was switched off in the panel is off", () => {
  expect(changedConfig(shownConfiguration(results({ mode: "vote", sensitivity: 60 }, ["interquartileRange"])))).toEqual(
    { mode: "vote", sensitivity: 60, detectors: { zScore: { enabled: false } } },
  );
});

test("of a rule only what it changes is written, and a KPI that has no rule keeps the one for all away", () => {
  const quiet = { direction: "both", minimumEffect: 0, minimumEffectPercent: 0, minimumLength: 1 } as const;
  const rules = { a: { ...quiet, direction: "down" }, b: quiet } as const;
  expect(changedConfig({ rules })).toEqual({ rules: { a: { direction: "down" } } });
  expect(changedConfig({ rules: { ...rules, "*": { minimumLength: 3 } } })).toEqual({
    rules: { a: { direction: "down" }, b: { direction: "both" }, "*": { minimumLength: 3 } },
  });
  expect(changedConfig({ rules: { b: quiet } })).toEqual({});
});
