/** Compiled by the oldest TypeScript we support: the one inside tslab. A newer type in our declarations would become `any` there. */
import * as library from "kpi-anomaly";

type IsAny<Type> = 0 extends 1 & Type ? true : false;
type Untyped<Record> = { [Name in keyof Record]-?: IsAny<Record[Name]> extends true ? Name : never }[keyof Record];

const exportsWithoutType: [Untyped<typeof library>] extends [never] ? "none" : Untyped<typeof library> = "none";
const reportFieldsWithoutType: [Untyped<library.Report>] extends [never] ? "none" : Untyped<library.Report> = "none";
const seriesFieldsWithoutType: [Untyped<library.SeriesReport>] extends [never]
  ? "none"
  : Untyped<library.SeriesReport> = "none";
const tableFieldsWithoutType: [Untyped<library.Table>] extends [never] ? "none" : Untyped<library.Table> = "none";

export async function severities(bytes: Uint8Array): Promise<number[]> {
  const report = await library.detect(library.readTable(bytes, { file: "sales.csv" }), { consensus: 2 });
  return report.series.flatMap((series) => series.incidents.map((incident) => incident.severity));
}

export { exportsWithoutType, reportFieldsWithoutType, seriesFieldsWithoutType, tableFieldsWithoutType };
