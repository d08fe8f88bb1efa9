import { expect, test } from "vitest";
import { unitInName } from "../../../kernel-lib/src/io/numbers/unit-in-name.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { columnNamed } from "../../../kernel-lib/src/table.js";

test.each([
  ["Consumption (MWh)", "MWh"],
  ["Consumption(MWh)", "MWh"],
  ["Temp [°C]", "°C"],
  ["Umsatz in EUR", "EUR"],
  ["Umsatz, €", "€"],
  ["Load / kW", "kW"],
  ["speed (km/h)", "km/h"],
  ["share (%)", "%"],
  ["Turnover ($)", "$"],
  ["Consumption", null],
  ["CO(GT)", null],
  ["PT08.S1(CO)", null],
  ["sales (2023)", null],
  ["sales (K)", null],
  ["visits (unique)", null],
  ["orders in total", null],
  ["Open, High", null],
  ["(a)", null],
  ["kWh", null],
])("%s tells %s", (name, unit) => {
  expect(unitInName(name)).toBe(unit);
});

test("a unit that stands in the header alone is the column's; one in the cells goes before it", () => {
  const unitOf = (header: string, cell: string): unknown => {
    const lines = Array.from({ length: 30 }, (_, day) => `2024-01-${String(day + 1).padStart(2, "0")};${day}.5${cell}`);
    const column = columnNamed(readTable(`date;${header}\n${lines.slice(0, 28).join("\n")}\n`), header);
    return column.kind === "number" && column.unit;
  };
  expect(unitOf("Consumption (MWh)", "")).toBe("MWh");
  expect(unitOf("Consumption (energy)", " kWh")).toBe("kWh");
  expect(unitOf("Consumption", "")).toBeUndefined();
});
