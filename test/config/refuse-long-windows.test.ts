import { expect, test } from "vitest";
import type { Config } from "../../kernel-lib/src/config/config.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { readTable } from "../../kernel-lib/src/io/read-table.js";

const table = readTable(
  `date,v\n${Array.from({ length: 60 }, (_, i) => `${new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10)},${i % 7}`).join("\n")}\n`,
);

test.each<[Config, string]>([
  [{ detectors: { zScore: { window: 1e9 } } }, "detectors.zScore.window asks for 1000000000 rows"],
  [{ detectors: { interquartileRange: { window: 61 } } }, "the longest series has 60"],
  [{ features: { rolling: { windows: [7, 1e9] } } }, "features.rolling.windows"],
  [{ features: { lags: { steps: [1e9] } } }, "features.lags.steps"],
  [{ features: { change: { steps: [1e9] } } }, "features.change.steps"],
  [{ features: { lags: { steps: Array.from({ length: 101 }, (_, i) => i + 1) } } }, "the list is too long"],
])("windows longer than the series are refused at once: %j", async (config, says) => {
  await expect(detect(table, config)).rejects.toMatchObject({
    code: "bad_config",
    message: expect.stringContaining(says),
  });
});
