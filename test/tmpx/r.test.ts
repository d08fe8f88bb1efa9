import { test } from "vitest";
import { nullSeries } from "../bench/generated/null-series.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { analyseSeries } from "../../kernel-lib/src/analyse-series.js";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { detectors } from "../../kernel-lib/src/detectors/index.js";
test("x", async () => {
  const off = Object.fromEntries(Object.entries(detectors).flatMap(([id, d]) => d.family === "point" ? [[id, { enabled: false }]] : []));
  for (const { name, series } of nullSeries(32, 11)) {
    const { report } = await analyseSeries({ series, lines: series.records, decimals: 3, config: resolveConfig({ detectors: off }) });
    for (const inc of report.incidents) console.log("LOUD", name, inc.kind, inc.start, inc.end, inc.score, report.values.length, JSON.stringify(report.pattern!.normal!.findings.filter((f) => f.score > 1)), report.pattern!.normal!.kind);
  }
});
