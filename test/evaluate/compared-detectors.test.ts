import { expect, test } from "vitest";
import { comparedDetectors } from "../../kernel-lib/src/evaluate/compared-detectors.js";
import type { Detection } from "../../kernel-lib/src/report.js";
import { detection } from "../plots/hand-made-report.js";

const made = (id: string, parts: Partial<Detection> = {}): Detection => ({
  ...detection(id, Float64Array.of(1, 2), 2),
  ...parts,
});
const skipped = { skipped: { code: "own", facts: { text: "None." } } } as const;
const detections = [made("one"), made("course", { votes: false }), made("off", skipped), made("two")];
const ids = (...asked: Parameters<typeof comparedDetectors>): string[] =>
  comparedDetectors(...asked).map(({ detector }) => detector);

test("those that ran and vote take part, in their order", () => {
  expect(ids(detections)).toEqual(["one", "two"]);
});

test("all that ran do where all are asked for, or none votes", () => {
  expect(ids(detections, true)).toEqual(["one", "course", "two"]);
  expect(ids(detections.slice(1, 3))).toEqual(["course"]);
});

test("where some are named, those that ran, whether they vote or not", () => {
  expect(ids(detections, false, ["two", "course", "off", "unknown"])).toEqual(["course", "two"]);
  expect(ids(detections, true, [])).toEqual([]);
});

test("of none, none takes part", () => {
  expect([ids([]), ids([], true), ids([made("off", skipped)])]).toEqual([[], [], []]);
});
