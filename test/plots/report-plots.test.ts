import { describe, expect, test } from "vitest";
import type { ScatterTrace } from "../../kernel-lib/src/display/figure.js";
import { figureToPng } from "../../kernel-lib/src/display/make-figure.js";
import { templates } from "../../kernel-lib/src/display/palette.js";
import { InputError } from "../../kernel-lib/src/errors.js";
import { agreement } from "../../kernel-lib/src/plots/agreement.js";
import { detectorScores } from "../../kernel-lib/src/plots/detector-scores.js";
import { timeline } from "../../kernel-lib/src/plots/timeline.js";
import { reportOf, salesReport, seriesReport } from "./hand-made-report.js";

const report = salesReport();

describe.each(Object.entries({ timeline, detectorScores, agreement }))("%s", (_name, plot) => {
  test("is plain data on a light or a dark page, with words for who can not see it", () => {
    const figure = plot.draw(report, { theme: "dark" });
    expect(JSON.parse(JSON.stringify(figure))).toEqual(structuredClone(figure));
    expect(figure.layout.template).toEqual(templates.dark);
    expect(figure.alternative).toMatch(/^.*sales.*\.$/);
    expect(plot.draw(report).layout.template).toEqual(templates.light);
  });

  test("can be drawn without a browser, also with nothing in it", () => {
    for (const each of [
      report,
      reportOf([seriesReport(new Float64Array(0), [])]),
      reportOf([seriesReport(new Float64Array(3).fill(NaN), [])], { date: null }),
    ])
      expect(figureToPng(plot.draw(each)).length).toBeGreaterThan(100);
  });

  test("says which series there are when the named one is not there", () => {
    expect(() => plot.draw(report, { kpi: "profit" })).toThrow(InputError);
    expect(() => plot.draw(report, { kpi: "profit" })).toThrow(
      'There is no series "profit" in this result; it has sales.',
    );
  });

  test("leaves its input alone", () => {
    const before = structuredClone(report);
    plot.draw(report);
    expect(report).toEqual(before);
  });
});

test("the timeline marks each flagged point and carries its record", () => {
  const marks = timeline.draw(report).data.find(({ name }) => name === "anomaly") as ScatterTrace;
  expect(marks.customdata).toEqual([40, 90, 91]);
  expect(marks.text![0]).toBe(
    `<b>2024-02-10</b><br>sales ${Number(report.series[0].values[40].toPrecision(6))}<br>Near, Far`,
  );
});

test("the timeline shows the usual range when it is known, and breaks the line at a gap", () => {
  const { data } = timeline.draw(report);
  expect(data.map(({ name }) => name)).toEqual([undefined, "usual range", "expected", "sales", "anomaly"]);
  expect((data[3] as ScatterTrace).y[140]).toBeNull();
});

test("a long timeline is thinned but keeps its anomalies", () => {
  const marks = (maxPoints: number): ScatterTrace[] => timeline.draw(report, { maxPoints }).data as ScatterTrace[];
  const [line, anomalies] = marks(30).slice(-2);
  expect(line.x.length).toBeLessThan(45);
  expect(line.customdata).toEqual(expect.arrayContaining([40, 90, 91]));
  expect(anomalies.x).toHaveLength(3);
});

test("the agreement matrix shows what compare says", () => {
  const { data, alternative } = agreement.draw(report);
  expect(data[0]).toMatchObject({
    type: "heatmap",
    x: ["Near", "Far", "Noise"],
    text: [
      ["1.00", "1.00", "0.00"],
      ["1.00", "1.00", "0.00"],
      ["0.00", "0.00", "1.00"],
    ],
  });
  expect(alternative).toContain("Most alike: Near and Far (1.00)");
});
