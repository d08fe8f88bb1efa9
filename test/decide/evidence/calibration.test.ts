import { describe, expect, it } from "vitest";
import { CALIBRATION } from "../../../kernel-lib/src/decide/evidence/calibration.generated.js";
import { calibrationFor, leastScale } from "../../../kernel-lib/src/decide/evidence/calibration.js";
import { detectors } from "../../../kernel-lib/src/detectors/index.js";

describe("the calibration", () => {
  it("knows every detector of the register that has a part in the score", () => {
    const taking = Object.entries(detectors).filter(([, { share, companions }]) => share && !companions);
    for (const [id, { share }] of taking) {
      expect(CALIBRATION.other.weights, id).toHaveProperty(id);
      expect(CALIBRATION.minutes.weights, id).toHaveProperty(id);
      if (share?.rule !== "floor") expect(CALIBRATION.least, id).toHaveProperty(id);
    }
  });

  it("gives no detector a say against the others", () => {
    for (const id of Object.keys(detectors))
      for (const pace of [CALIBRATION.minutes, CALIBRATION.other])
        expect(pace.weights[id] ?? 0).toBeGreaterThanOrEqual(0);
  });

  it("counts more false alarms at each higher sensitivity", () => {
    for (const { dial } of [CALIBRATION.minutes, CALIBRATION.other])
      dial.expected.forEach((expected, k) => expect(expected).toBeGreaterThan(k > 0 ? dial.expected[k - 1] : 0));
  });

  it("is that of minutes for minutes alone, and has a scale for every detector", () => {
    expect(calibrationFor("minutes")).toBe(CALIBRATION.minutes);
    expect(calibrationFor("hours")).toBe(CALIBRATION.other);
    expect(calibrationFor("days")).toBe(CALIBRATION.other);
    expect(leastScale("windowedPca")).toBe(CALIBRATION.least.windowedPca);
    expect(leastScale("unheard of")).toBeGreaterThan(0);
  });
});
