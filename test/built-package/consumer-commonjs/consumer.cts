/** CommonJS code that requires the library and its notebook engine; compiled in the tests, never run. */
import kernel = require("kpi-anomaly/kernel");
import library = require("kpi-anomaly");

export async function incidents(path: string): Promise<number> {
  const report = await library.detect(await library.readCsv(path));
  return report.series.reduce((sum, series) => sum + series.incidents.length, 0);
}

export const engine: typeof kernel.createProcessEngine = kernel.createProcessEngine;
