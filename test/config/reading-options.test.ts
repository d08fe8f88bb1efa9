import { expect, test } from "vitest";
import { readOptions } from "../../kernel-lib/src/config/reading-options.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";

test("what a configuration says of reading is what is read with", () => {
  const read = { encoding: "shift_jis", headerRow: 0, skipRows: 3, durations: "minutes" as const, datesAcross: true };
  expect(readOptions({ read })).toEqual(read);
  expect(readOptions({ columns: { date: "day", kpis: ["sales"], key: "store" } })).toEqual({
    date: "day",
    kpis: ["sales"],
    key: "store",
  });
});

test("what it leaves open is left out: null, undefined, an empty list, dates that are not across", () => {
  expect(readOptions({})).toEqual({});
  expect(readOptions(resolveConfig())).toEqual({});
  const open = { encoding: undefined, delimiter: null, missing: [], datesAcross: false };
  expect(readOptions({ columns: { date: null, kpis: [] }, read: open })).toEqual({});
});

test("zero is said, and columns that split the KPIs are none of reading", () => {
  expect(readOptions({ columns: { segments: ["store"] }, read: { headerRow: 0, skipRows: 0 } })).toEqual({
    headerRow: 0,
    skipRows: 0,
  });
});
