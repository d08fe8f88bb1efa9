import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasSay } from "../../kernel-lib/src/detectors/detector.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";

/** What `npm run bench -- acceptance` wrote: how much better decisions on generated series are with each detector than without. */
const { brings } = JSON.parse(readFileSync(new URL("../bench/acceptance.generated.json", import.meta.url), "utf8")) as {
  readonly brings: Readonly<
    Record<string, { readonly eventF1: number; readonly ranking: number; readonly silent: number }>
  >;
};

/** What a new one has to bring; about what one series more or less makes. */
const LEAST_GAIN = 0.005;

/** Those that were in the score before there was a rule. */
const BEFORE_THE_RULE = [
  "seasonalResidual",
  "windowedPca",
  "autoregressiveInnovation",
  "levelShift",
  "flatRun",
  "cycleFreeze",
  "cycleBurst",
  "cycleRamp",
  "cycleLevel",
  "cycleLag",
  "cycleShape",
  "cycleNeighbour",
];

const taking = Object.entries(detectors)
  .filter(([, detector]) => hasSay(detector) && !detector.companions)
  .map(([id]) => id);

describe("a detector that has a say", () => {
  it("was measured, and no other", () => {
    expect(Object.keys(brings).sort()).toEqual([...taking].sort());
  });

  it.each(taking)("%s brings more than it costs", (id) => {
    const { eventF1, ranking, silent } = brings[id];
    const gain = eventF1 + ranking + 0.25 * silent;
    expect(Math.max(eventF1, ranking)).toBeGreaterThan(0);
    expect(gain).toBeGreaterThanOrEqual(BEFORE_THE_RULE.includes(id) ? -LEAST_GAIN : LEAST_GAIN);
  });
});
