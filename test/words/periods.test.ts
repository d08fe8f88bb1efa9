import { expect, test } from "vitest";
import { cadenceText, periodText } from "../../kernel-lib/src/words/periods.js";

test("periods and cadences have names in German, and keep their labels in English", () => {
  const periods = ["day", "week", "month", "year", "48 rows"];
  expect(periods.map((label) => periodText(label))).toEqual(periods);
  expect(periods.map((label) => periodText(label, "de"))).toEqual(["Tag", "Woche", "Monat", "Jahr", "48 Zeilen"]);
  const cadences = [
    "hourly",
    "daily",
    "business-daily",
    "weekly",
    "monthly",
    "quarterly",
    "yearly",
    "irregular",
    "5min",
  ];
  expect(cadences.map((label) => cadenceText(label))).toEqual(cadences);
  const german = cadences.map((label) => cadenceText(label, "de"));
  expect(german).not.toContain("hourly");
  expect(german.join(", ")).toMatchInlineSnapshot(
    `"jede Stunde, jeden Tag, jeden Arbeitstag, jede Woche, jeden Monat, jedes Quartal, jedes Jahr, unregelmäßig, alle 5 Minuten"`,
  );
});
