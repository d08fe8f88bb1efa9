import { expect, test } from "vitest";
import type { Tuning } from "../../../../extension/shared/protocol/index.js";
import { askedTuning, forgetShown, keepAsked } from "../../../../extension/webview/state/asked-tuning.js";

const shown: Tuning = { mode: "vote", consensus: 2, sensitivity: 50, detectors: ["zScore", "quartiles"], rules: {} };

test("what is asked for holds until results show it, whatever comes in between", () => {
  forgetShown({ run: 1, tuning: shown });
  expect(askedTuning(shown)).toEqual(shown);
  keepAsked({ detectors: ["zScore"] });
  keepAsked({ sensitivity: 60 });
  expect(askedTuning(shown)).toEqual({ ...shown, detectors: ["zScore"], sensitivity: 60 });
  keepAsked({ detectors: [] });
  const between = { ...shown, detectors: ["zScore"], sensitivity: 60 };
  forgetShown({ run: 1, tuning: between });
  expect(askedTuning(between)).toEqual({ ...between, detectors: [] });
  forgetShown({ run: 1, tuning: { ...between, detectors: [] } });
  expect(askedTuning(shown)).toEqual(shown);
});

test("another run forgets what was asked of the one before", () => {
  forgetShown({ run: 2, tuning: shown });
  keepAsked({ detectors: [] });
  forgetShown({ run: 3, tuning: shown });
  expect(askedTuning(shown)).toEqual(shown);
});
