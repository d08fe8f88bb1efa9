import type { Config } from "../config/config.js";
import { refuseLongWindows } from "../config/refuse-long-windows.js";
import { refuseOtherReading } from "../config/refuse-other-reading.js";
import { resolveConfig } from "../config/resolve-config.js";
import type { Sample } from "../detectors/detector.js";
import { detectors } from "../detectors/index.js";
import { InputError } from "../errors.js";
import { makeSample } from "../make-sample.js";
import { keyValues, seriesOf } from "../io/series.js";
import { columnNamed, kpiNames, type Table } from "../table.js";

/**
 * What a detector is given for one KPI: its series and the features made from it. For looking at the features, and for
 * giving the same matrix to another library.
 *
 * @param kpi the first one when left out
 * @param series value of the key column; the first one when left out
 * @throws InputError `column_not_found`, or `no_numeric_column` when the column holds no numbers
 *
 * @example
 * const { features, series } = sampleOf(table, "sales");
 */
export function sampleOf(table: Table, kpi?: string, config: Config = {}, series?: string): Sample {
  const resolved = resolveConfig(config);
  refuseOtherReading(table, resolved);
  const name = kpi ?? resolved.columns.kpis?.[0] ?? kpiNames(table)[0];
  if (name === undefined) throw new InputError("no_kpi", {});
  if (columnNamed(table, name).kind !== "number") throw new InputError("text_column", { column: name });
  const points = seriesOf(table, name, table.key === null ? undefined : (series ?? keyValues(table)[0]));
  refuseLongWindows(resolved, detectors, points.values.length);
  return makeSample(points, resolved);
}
