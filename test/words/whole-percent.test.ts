import { expect, test } from "vitest";
import { speechOf } from "../../kernel-lib/src/words/speech.js";

test.each([
  [1, "100%"],
  [0.996, "over 99%"],
  [0.994, "99%"],
  [0.5, "50%"],
  [0.004, "under 1%"],
  [0, "0%"],
  [-0.001, "0%"],
  [1.2, "120%"],
  [NaN, "–"],
])("%d is %s", (share, text) => {
  expect(speechOf().write.wholePercent(share)).toBe(text);
});
