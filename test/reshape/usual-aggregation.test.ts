import { expect, test } from "vitest";
import { usualAggregation } from "../../kernel-lib/src/reshape/usual-aggregation.js";
import { tableOf } from "./table.js";

test.each([
  [
    "mean",
    [
      "Unit price",
      "conversion_rate",
      "Rating",
      "CPI",
      "avgBasket",
      "Temperature",
      "share of wallet",
      "margin %",
      "Unemployment",
      "PH level",
      "sensor_3",
      "Wind (max)",
    ],
  ],
  ["sum", ["Total", "Quantity", "revenue", "Weekly_Sales", "Tax 5%", "cogs", "orders", "messages", "pages"]],
])("a column is put together by %s when its name says so", (how, names) => {
  for (const name of names) expect(usualAggregation(tableOf([0], { [name]: [1] }).columns[0]), name).toBe(how);
});

test.each([
  ["mean", ["%", "°C", "K", "hPa", "km/h", "€/kg", "ppm", "V"]],
  ["sum", ["€", "kWh", "kg", "orders", "EUR", "MB"]],
])("a column is put together by %s when its unit says so", (how, units) => {
  const [column] = tableOf([0], { value: [1] }).columns;
  for (const unit of units) expect(usualAggregation({ ...column, unit } as typeof column), unit).toBe(how);
});

test("text is counted", () => {
  expect(usualAggregation(tableOf([0], { customer: ["a"] }).columns[0])).toBe("count");
});
