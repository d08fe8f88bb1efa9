import { expect, test } from "vitest";
import { layered, nested } from "../../../../extension/src/configuration/layered.js";

test("objects are merged key by key, everything else is replaced", () => {
  expect(
    layered(
      { mode: "vote", detectors: { zScore: { enabled: true, window: 7 } } },
      { detectors: { zScore: { enabled: false } } },
    ),
  ).toEqual({ mode: "vote", detectors: { zScore: { enabled: false, window: 7 } } });
  expect(layered({ columns: { kpis: ["a", "b"] } }, { columns: { kpis: ["c"] } })).toEqual({
    columns: { kpis: ["c"] },
  });
});

test("paths of options become nested objects", () => {
  expect(nested({ "columns.date": "time", "detectors.zScore.enabled": true })).toEqual({
    columns: { date: "time" },
    detectors: { zScore: { enabled: true } },
  });
});

test("neither layer is changed", () => {
  const below = Object.freeze({ read: Object.freeze({ delimiter: ";" }) });
  layered(below, { read: { decimal: "," } });
  expect(below).toEqual({ read: { delimiter: ";" } });
});
