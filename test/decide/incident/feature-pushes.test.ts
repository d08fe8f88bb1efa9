import { describe, expect, it } from "vitest";
import { detect } from "../../../kernel-lib/src/detect.js";
import { reportText } from "../../../kernel-lib/src/export/report-text.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { rethreshold } from "../../../kernel-lib/src/rethreshold.js";

const random = createRandom(9);
const day = (i: number): string => new Date(Date.UTC(2023, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
const rows = Array.from(
  { length: 500 },
  (_, i) => `${day(i)},${(200 + 20 * Number(i % 7 > 4) + 3 * random.normal() + (i === 300 ? 120 : 0)).toFixed(2)}`,
);
const table = readTable(`date,sales\n${rows.join("\n")}\n`);

describe("features that pushed the detectors", () => {
  it("are told for the detectors that flag the incident, largest first, as data and in the text", async () => {
    const report = await detect(table, { detectors: { isolationForest: { threshold: 0.55 } } });
    const [incident] = report.series[0].incidents;
    expect(incident.start).toBe(300);
    const features = incident.explanation!.features!;
    expect(features.length).toBeGreaterThan(1);
    expect(features.find(({ detector }) => detector === "zScore")).toEqual({
      detector: "zScore",
      point: 300,
      features: [{ name: "sales", share: 1 }],
    });
    const forest = features.find(({ detector }) => detector === "isolationForest")!;
    const names = forest.features.map(({ name }) => name);
    expect(names[0]).toMatch(/^(value|change_)/);
    const shares = forest.features.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9);
    expect(reportText(report)).not.toContain("Isolation Forest saw");
    expect(reportText(rethreshold(report, { mode: "vote", consensus: 1 }))).toContain(
      "Isolation Forest saw an unusual",
    );
  });

  it("stay when the cut moves and come back with it", async () => {
    const report = await detect(table);
    const told = report.series[0].incidents[0].explanation!.features;
    expect(
      rethreshold(rethreshold(report, { sensitivity: 0 }), { sensitivity: 50 }).series[0].incidents[0].explanation!
        .features,
    ).toEqual(told);
  });
});
