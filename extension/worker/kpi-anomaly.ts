import { anomaliesCsv, detect, detectors, InputError, readTable, recut, reportToJson, resolveConfig } from "kpi-anomaly";
import type { Library } from "./library.js";

const middle = 50;

/** The library as the worker uses it. */
export const kpiAnomaly: Library = {
  register: detectors,
  readTable: (bytes, file, config) => {
    const { columns, read } = resolveConfig(config);
    return readTable(bytes, {
      file,
      delimiter: read.delimiter ?? undefined,
      decimal: read.decimal ?? undefined,
      dateFormat: read.dateFormat ?? undefined,
      missing: read.missing,
      date: columns.date ?? undefined,
      kpis: columns.kpis ?? undefined,
      key: columns.key ?? undefined,
    });
  },
  detect,
  recut: (report, { consensus, detectors: counted }) => recut(report, { consensus, detectors: counted }),
  sensitivity: () => middle,
  export: (format, report, bytes) => {
    switch (format) {
      case "anomaliesCsv": return anomaliesCsv(report, bytes);
      case "json": return reportToJson(report);
      default: throw new InputError("bad_option", `The export "${format}" is not there yet.`, "Choose another format.");
    }
  },
  analyse: (name) => {
    throw new InputError("bad_option", `The view "${name}" is not there yet.`, "Choose another view.");
  },
};
