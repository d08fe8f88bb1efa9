import type { Config } from "../config/config.js";
import { readOptions } from "../config/reading-options.js";

/**
 * TypeScript for a notebook or script that runs the same analysis: same file, same configuration, same numbers.
 *
 * @example
 * const program = reportTypescript("sales.csv", { sensitivity: 60 });
 */
export function reportTypescript(file: string, config: Config): string {
  return [
    'import * as kpi from "kpi-anomaly";',
    "",
    `const table = await kpi.readCsv(${JSON.stringify(file)}${optionsText(config)});`,
    `const report = await kpi.detect(table, ${JSON.stringify(config, null, 2)});`,
    "kpi.plots.timeline.draw(report)",
    "",
  ].join("\n");
}

function optionsText(config: Config): string {
  const options = readOptions(config);
  return Object.keys(options).length > 0 ? `, ${JSON.stringify(options)}` : "";
}
