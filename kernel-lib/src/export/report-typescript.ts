import type { Config } from "../config/config.js";

/** TypeScript for a notebook or script that runs the same analysis: same file, same configuration, same numbers. */
export function reportTypescript(file: string, config: Config): string {
  return [
    'import * as kpi from "kpi-anomaly";',
    "",
    `const table = await kpi.readCsv(${JSON.stringify(file)}${readOptions(config)});`,
    `const report = await kpi.detect(table, ${JSON.stringify(config, null, 2)});`,
    "kpi.plots.timeline.draw(report)",
    "",
  ].join("\n");
}

function readOptions({ columns, read }: Config): string {
  const options = { date: columns?.date, kpis: columns?.kpis, key: columns?.key, ...read };
  const given = Object.entries(options).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return given.length > 0 ? `, ${JSON.stringify(Object.fromEntries(given))}` : "";
}
