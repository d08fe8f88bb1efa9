import { expect, test } from "vitest";
import { detect } from "../../kernel-lib/src/detect.js";
import { reportFromJson, reportToJson } from "../../kernel-lib/src/export/report-json.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";
import { axisTitle } from "../../kernel-lib/src/plots/plot.js";
import { calendarBoxes } from "../../kernel-lib/src/plots/profile/calendar-boxes.js";
import { changePoints } from "../../kernel-lib/src/plots/profile/change-points.js";
import { decomposition } from "../../kernel-lib/src/plots/profile/decomposition.js";
import { distribution } from "../../kernel-lib/src/plots/profile/distribution.js";
import { profilePage } from "../../kernel-lib/src/plots/profile/profile-page.js";
import { season } from "../../kernel-lib/src/plots/profile/season.js";
import { stationarity } from "../../kernel-lib/src/plots/profile/stationarity.js";
import { smallMultiples } from "../../kernel-lib/src/plots/small-multiples.js";
import { timeline } from "../../kernel-lib/src/plots/timeline.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { aggregate } from "../../kernel-lib/src/reshape/aggregate.js";
import { rethreshold } from "../../kernel-lib/src/rethreshold.js";
import { columnNamed, type Table } from "../../kernel-lib/src/table.js";

const hour = (i: number): string => new Date(Date.UTC(2024, 0, 1, i)).toISOString().slice(0, 16);

function tableOf(unit: string, name = "energy"): Table {
  const rows = Array.from({ length: 240 }, (_, i) => `${hour(i)};${20 + ((i * 7) % 24)}.5 ${unit}`);
  return readTable(`date;${name}\n${rows.join("\n")}\n`);
}

test.each([
  ["energy", "kWh", "energy (kWh)"],
  ["energy", undefined, "energy"],
  ["energy_kWh", "kWh", "energy_kWh"],
  ["Energy [kwh]", "kWh", "Energy [kwh]"],
  ["sizeMiB", "MiB", "sizeMiB"],
  ["temperature", "m", "temperature (m)"],
  ["Umsatz in EUR", "€", "Umsatz in EUR"],
  ["share %", "%", "share %"],
  ["load_pct", "%", "load_pct"],
  ["Preis", "€", "Preis (€)"],
  ["speed km/h", "km/h", "speed km/h"],
])("%s in %s stands as %s", (kpi, unit, title) => {
  expect(axisTitle({ kpi, unit })).toBe(title);
});

test("a report keeps the unit through another cut and JSON, and its figures name it", async () => {
  const report = await detect(tableOf("kWh"));
  expect(report.series[0].unit).toBe("kWh");
  expect(rethreshold(report, { sensitivity: 70 }).series[0].unit).toBe("kWh");
  expect(reportFromJson(reportToJson(report)).series[0].unit).toBe("kWh");
  expect(timeline.draw(report).layout.yaxis?.title?.text).toBe("energy (kWh)");
});

test("figures of a profile name it", () => {
  const described = profile(tableOf("kWh"));
  expect(described.kpis[0].unit).toBe("kWh");
  expect(distribution.draw(described).layout.xaxis?.title?.text).toBe("energy (kWh)");
  expect(calendarBoxes.draw(described).layout.yaxis?.title?.text).toBe("energy (kWh)");
});

test.each([
  ["kWh", "sum", "kWh"],
  ["kWh", "mean", "kWh"],
  ["%", "mean", "%"],
  ["%", "sum", undefined],
  ["°C", "sum", undefined],
  ["km/h", "sum", undefined],
] as const)("%s, put together by %s, is %s", (unit, how, expected) => {
  const daily = columnNamed(aggregate(tableOf(unit), { by: "day", how }), "energy");
  expect(daily.kind === "number" && daily.unit).toBe(expected);
});

test("counts have no unit", () => {
  const daily = columnNamed(aggregate(tableOf("kWh"), { by: "day", how: "count" }), "count of energy");
  expect(daily).not.toHaveProperty("unit");
});

test("charts one below the other name it on each axis, small ones in their heading", async () => {
  const described = profile(tableOf("kWh"));
  for (const plot of [decomposition, season, profilePage, changePoints, stationarity]) {
    const { layout } = plot.draw(described);
    const rows = Object.entries(layout).filter(([name]) => /^yaxis/.test(name));
    expect(rows.length, plot.title).toBeGreaterThan(0);
    for (const [, axis] of rows) expect(axis, plot.title).toMatchObject({ title: { text: "kWh" } });
  }
  const { layout } = smallMultiples.draw(await detect(tableOf("kWh")));
  expect(layout.annotations?.[0].text).toMatch(/^energy \(kWh\)/);
});
