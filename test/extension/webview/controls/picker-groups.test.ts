import { expect, test } from "vitest";
import type { KpiFacts } from "../../../../extension/shared/protocol/index.js";
import { pickerGroups } from "../../../../extension/webview/controls/picker-groups.js";

const kpi = (name: string, series: string, severity: number, stepped = false): KpiFacts => ({
  kpi: name,
  series,
  incidents: severity > 0 ? 1 : 0,
  severity,
  stepped,
});

test("KPIs are listed worst first, segments under their KPI, what is set after what is measured", () => {
  const kpis = [kpi("sales", "1", 0), kpi("sales", "2", 80), kpi("price", "1", 99, true), kpi("orders", "1", 40)];
  expect(
    pickerGroups({ kpis, key: "Store" }, "").map(({ kpi: name, entries }) => [name, entries.map(({ index }) => index)]),
  ).toEqual([
    ["sales", [1, 0]],
    ["orders", [3]],
    ["price", [2]],
  ]);
});

test("a search finds every word, in the segment's name too", () => {
  const kpis = [kpi("sales", "1", 0), kpi("sales", "12", 0), kpi("orders", "1", 0)];
  const found = (text: string): number[] =>
    pickerGroups({ kpis, key: "Store" }, text).flatMap(({ entries }) => entries.map(({ index }) => index));
  expect(found("store 1")).toEqual([0, 1, 2]);
  expect(found("SALES 12")).toEqual([1]);
  expect(found("nothing")).toEqual([]);
});
