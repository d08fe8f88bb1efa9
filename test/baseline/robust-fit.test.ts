import { expect, test } from "vitest";
import { backfit, emptyParts } from "../../kernel-lib/src/baseline/seasons/backfit.js";
import { robustFit } from "../../kernel-lib/src/baseline/robust-fit.js";
import { YearHarmonics } from "../../kernel-lib/src/baseline/seasons/year.js";
import { column, farthest, golden } from "./golden/golden.js";

const { x, w, h, stiffness, backfit: parts, robust } = golden("core.json", "fit");
const plan = { levelPeriod: h, stiffness: [stiffness], year: false };

test("backfitting as the oracle's", () => {
  const fitted = backfit(emptyParts(column(x), [7]), column(w), [7], plan, null, 3);
  expect(farthest(fitted.level, parts.level)).toBeLessThan(1e-8);
  expect(
    farthest(
      column(x).map((value, i) => value - fitted.residual[i]),
      parts.fit,
    ),
  ).toBeLessThan(1e-8);
});

test("the robust fit and its weights as the oracle's", () => {
  const fitted = robustFit(column(x), column(w), [7], plan);
  expect(farthest(fitted.fit, robust.fit)).toBeLessThan(1e-8);
  expect(farthest(fitted.weights, robust.weights)).toBeLessThan(1e-8);
});

test("parts and residual add up to the series", () => {
  const { level, seasons, year, residual } = robustFit(column(x), column(w), [7], plan);
  expect(
    farthest(
      level.map((value, i) => value + seasons[0][i] + year[i] + residual[i]),
      x,
    ),
  ).toBeLessThan(1e-12);
});

test("with a season of the year as the oracle's", () => {
  const { start, x: values, h: levelPeriod, fit, year } = golden("core.json", "fit with year");
  const series = column(values);
  const harmonics = new YearHarmonics(
    series.map((_, i) => start + 86_400 * i),
    365.25,
  );
  const fitted = backfit(
    emptyParts(series, [7]),
    series.slice().fill(1),
    [7],
    { levelPeriod, stiffness: [Infinity], year: true },
    harmonics,
    2,
  );
  const everySeventh = (all: Float64Array): Float64Array => all.filter((_, i) => i % 7 === 0);
  expect(farthest(everySeventh(fitted.year), year)).toBeLessThan(1e-7);
  expect(farthest(everySeventh(series.map((value, i) => value - fitted.residual[i])), fit)).toBeLessThan(1e-8);
});
