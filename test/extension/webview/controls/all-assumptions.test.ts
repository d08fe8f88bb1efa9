import { expect, test } from "vitest";
import type { AssumptionFacts, Results } from "../../../../extension/shared/protocol/index.js";
import { allAssumptions } from "../../../../extension/webview/controls/all-assumptions.js";
import { typedRows } from "../../../../extension/webview/controls/typed-rows.js";

const told = (id: string, option: string | null, warning = false): AssumptionFacts => ({
  id,
  text: id,
  option,
  warning,
  line: null,
});

/** As much of the results as assumptions look at. */
function results(
  assumptions: readonly AssumptionFacts[],
  rules: Results["tuning"]["rules"] = {},
  dated = true,
): Results {
  return {
    file: { encoding: "utf-8", delimiter: ";", decimal: "," },
    chosen: { kpi: "load", dated, decimals: 0 },
    tuning: { rules },
    assumptions,
  } as unknown as Results;
}

test("warnings come first, and what mends them is offered", () => {
  const all = allAssumptions(
    results([
      told("date", "columns.date"),
      told("ambiguous_date_order", null, true),
      told("cadence", null),
      told("mode", "sensitivity"),
    ]),
  );
  expect(all.map(({ id, option }) => [id, option])).toEqual([
    ["ambiguous_date_order", "columns.date"],
    ["file", "read"],
    ["date", "columns.date"],
    ["cadence", "aggregate.by"],
    ["mode", "mode"],
    ["seasons", "season"],
    ["events", "events"],
    ["baseline", "baseline"],
    ["direction", "rules"],
  ]);
  expect(all[1].text).toBe("UTF-8, cells divided by semicolon, comma as decimal mark.");
});

test("what the library tells is not told twice, and events need dates", () => {
  const ids = allAssumptions(results([told("seasons", "season"), told("baseline", "baseline")], {}, false)).map(
    ({ id }) => id,
  );
  expect(ids).toEqual(["file", "seasons", "baseline", "direction"]);
});

test("the rule that counts is put in words", () => {
  const text = (rules: Results["tuning"]["rules"]): string | undefined =>
    allAssumptions(results([], rules)).at(-1)?.text;
  expect(text({})).toBe("Rises and falls count, however small.");
  expect(text({ "*": { direction: "up" } })).toBe("Only rises count, however small.");
  expect(
    text({
      "*": { direction: "up" },
      load: { direction: "down", minimumEffect: 20, minimumEffectPercent: 5, minimumLength: 3 },
    }),
  ).toBe("Only falls count, from 5% off expected, from 20 off expected, from 3 rows on.");
});

test.each([
  ["", []],
  ["24", [24]],
  ["24, 168", [24, 168]],
  ["7; 30", [7, 30]],
  ["1", null],
  ["2.5", null],
  ["soon", null],
])("rows of a season typed as %j", (text, rows) => {
  expect(typedRows(text)).toEqual(rows);
});
