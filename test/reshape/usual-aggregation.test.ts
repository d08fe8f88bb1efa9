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
    ],
  ],
  ["sum", ["Total", "Quantity", "revenue", "Weekly_Sales", "Tax 5%", "cogs", "orders", "messages", "pages"]],
])("a column is put together by %s when its name says so", (how, names) => {
  for (const name of names) expect(usualAggregation(tableOf([0], { [name]: [1] }).columns[0]), name).toBe(how);
});

test("text is counted", () => {
  expect(usualAggregation(tableOf([0], { customer: ["a"] }).columns[0])).toBe("count");
});
