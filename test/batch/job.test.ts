import { expect, test } from "vitest";
import { Fingerprint, fingerprint, type BatchSettings } from "../../kernel-lib/src/batch/job.js";

const bytes = new TextEncoder().encode("date,sales\n2024-01-01,1\n");
const part = { index: 0, of: 2 };
const settings: BatchSettings = { config: { seed: 7, columns: { date: "date", kpis: ["a", "b"] } }, language: "en" };
const usual = fingerprint("a.csv", part, settings, bytes);

test("a fingerprint is the name of a file, and the same for the same job", () => {
  expect(usual).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint("a.csv", { ...part }, structuredClone(settings), new Uint8Array(bytes))).toBe(usual);
});

test("bytes that come piece by piece have the same", () => {
  const print = new Fingerprint("a.csv", part, settings);
  for (const piece of [bytes.subarray(0, 3), bytes.subarray(3, 3), bytes.subarray(3)]) print.add(piece);
  expect(print.id()).toBe(usual);
});

test("the order in which a configuration is written does not count, nor what is left open in it", () => {
  const config = { columns: { kpis: ["a", "b"], date: "date" }, sensitivity: undefined, seed: 7 };
  expect(fingerprint("a.csv", part, { language: "en", config }, bytes)).toBe(usual);
});

test("everything that a result hangs on makes another job", () => {
  const config = { ...settings.config, columns: { date: "date", kpis: ["b", "a"] } };
  const others = [
    fingerprint("b.csv", part, settings, bytes),
    fingerprint("a.csv", { index: 1, of: 2 }, settings, bytes),
    fingerprint("a.csv", { index: 0, of: 3 }, settings, bytes),
    fingerprint("a.csv", part, { ...settings, language: "de" }, bytes),
    fingerprint("a.csv", part, { ...settings, config: { ...settings.config, seed: 8 } }, bytes),
    // The order of a list counts.
    fingerprint("a.csv", part, { ...settings, config }, bytes),
    fingerprint("a.csv", part, settings, bytes.subarray(1)),
  ];
  expect(new Set([usual, ...others]).size).toBe(others.length + 1);
});
