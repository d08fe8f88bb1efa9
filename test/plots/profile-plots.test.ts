import { describe, expect, test } from "vitest";
import { figureToPng } from "../../kernel-lib/src/display/make-figure.js";
import { sampleOf } from "../../kernel-lib/src/evaluate/sample-of.js";
import { stability } from "../../kernel-lib/src/evaluate/stability/stability.js";
import { autocorrelation } from "../../kernel-lib/src/plots/profile/autocorrelation.js";
import { decomposition } from "../../kernel-lib/src/plots/profile/decomposition.js";
import { distribution } from "../../kernel-lib/src/plots/profile/distribution.js";
import { featureColumns } from "../../kernel-lib/src/plots/feature-columns.js";
import { calendarBoxes } from "../../kernel-lib/src/plots/profile/calendar-boxes.js";
import { changePoints } from "../../kernel-lib/src/plots/profile/change-points.js";
import { dateEffects } from "../../kernel-lib/src/plots/profile/date-effects.js";
import { partialAutocorrelation } from "../../kernel-lib/src/plots/profile/partial-autocorrelation.js";
import { stationarity } from "../../kernel-lib/src/plots/profile/stationarity.js";
import { yearOverYear } from "../../kernel-lib/src/plots/profile/year-over-year.js";
import { profilePage } from "../../kernel-lib/src/plots/profile/profile-page.js";
import { season } from "../../kernel-lib/src/plots/profile/season.js";
import { stabilityStrip } from "../../kernel-lib/src/plots/stability-strip.js";
import { profile } from "../../kernel-lib/src/profile/profile.js";
import { dailyTable, dice, distance, noisyValues, only } from "../evaluate/made-table.js";

const weekly = noisyValues(140).map((value, day) => value + 10 * Math.sin((2 * Math.PI * day) / 7));
const table = dailyTable({ sales: weekly, visits: noisyValues(140, { 50: 140 }, 2) });
const described = profile(table);

const added = { changePoints, partialAutocorrelation, stationarity, calendarBoxes, yearOverYear, dateEffects };

describe.each(Object.entries({ autocorrelation, decomposition, distribution, profilePage, season, ...added }))(
  "%s",
  (_name, plot) => {
    test("draws a profile on both pages, with words, and bears one with nothing in it", () => {
      for (const theme of ["light", "dark"] as const) {
        const figure = plot.draw(described, { theme });
        expect(JSON.parse(JSON.stringify(figure))).toEqual(structuredClone(figure));
        expect(figure.alternative).toContain("sales");
        expect(figureToPng(figure).length).toBeGreaterThan(1000);
      }
      for (const values of [[], [NaN, NaN], [1, 1, 1]])
        expect(figureToPng(plot.draw(profile(dailyTable({ sales: values })))).length).toBeGreaterThan(100);
    });

    test("takes the KPI that is named, and says which there are", () => {
      expect(plot.draw(described, { kpi: "sales" }).alternative).not.toMatch(/visits[: ,]/);
      expect(() => plot.draw(described, { kpi: "profit" })).toThrow(
        'There is no series "profit" in this result; it has sales; visits.',
      );
    });
  },
);

test("the seasons are named by the days they fall on", () => {
  expect(season.draw(described).layout.xaxis!.ticktext).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);
});

test("each feature of a KPI has a row", () => {
  const sample = sampleOf(table, "visits");
  const figure = featureColumns.draw(sample);
  expect(figure.data.map(({ name }) => name)).toEqual(sample.features.names.slice(0, 14));
  expect(figure.alternative).toContain("features of visits");
  expect(figureToPng(figure).length).toBeGreaterThan(1000);
  expect(() => sampleOf(table, "profit")).toThrow('no column "profit"');
});

test("the stability strip shows the share of refits and the steadiness of each detector", async () => {
  const result = await stability(table, only(["distance", "dice"], { columns: { kpis: ["visits"] } }), {
    runs: 2,
    kinds: ["seeds", "noise"],
    detectors: { distance, dice },
  });
  const figure = stabilityStrip.draw(result);
  const matrix = figure.data.at(-1)!;
  expect(matrix).toMatchObject({
    type: "heatmap",
    x: ["other seed", "a little noise"],
    y: ["Distance from 100", "Dice", "decision"],
  });
  expect(figure.alternative).toContain("visits");
  expect(figureToPng(figure).length).toBeGreaterThan(1000);
});
