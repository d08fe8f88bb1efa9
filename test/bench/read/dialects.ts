import { closeSync, openSync, writeSync } from "node:fs";
import { createRandom } from "kpi-anomaly";

/** A way to write the same table, and what the peers have to be told to read it as well as they can. */
export interface Dialect {
  readonly name: string;
  readonly extension: "csv" | "parquet";
  /** One line of the file. */
  readonly line: (time: number, cells: readonly string[]) => string;
  readonly header?: string;
  /** The expression that DuckDB selects from. */
  readonly duckdb: string;
  readonly polars: Readonly<Record<string, unknown>>;
  readonly pandas: Readonly<Record<string, unknown>>;
  /** Peers that leave the dates numbers or text here. */
  readonly withoutDates?: readonly string[];
}

const NAMES = "date,revenue,cost,visits,orders,rate,share,temperature,pressure,load,noise";
const iso = (time: number): string => new Date(time).toISOString();
const naive = (time: number): string => iso(time).slice(0, 19).replace("T", " ");
const PARSED = { parse_dates: ["date"] };

/** The files that are measured. */
export const dialects: readonly Dialect[] = [
  {
    name: "plain",
    extension: "csv",
    line: (time, cells) => `${naive(time)},${cells.join(",")}\n`,
    duckdb: "read_csv($path)",
    polars: {},
    pandas: PARSED,
  },
  {
    name: "quoted dates",
    extension: "csv",
    line: (time, cells) => `"${naive(time)}",${cells.join(",")}\n`,
    duckdb: "read_csv($path)",
    polars: {},
    pandas: PARSED,
  },
  {
    name: "European",
    extension: "csv",
    header: NAMES.replaceAll(",", ";"),
    line: (time, cells) => {
      const [year, month, day, clock] = naive(time).split(/[- ]/);
      return `${day}.${month}.${year} ${clock};${cells.join(";").replaceAll(".", ",")}\n`;
    },
    duckdb: "read_csv($path, delim=';', decimal_separator=',', timestampformat='%d.%m.%Y %H:%M:%S')",
    polars: { sep: ";", decimalComma: true },
    pandas: { ...PARSED, sep: ";", decimal: ",", dayfirst: true },
    withoutDates: ["Polars"],
  },
  {
    name: "CRLF",
    extension: "csv",
    header: `${NAMES}\r`,
    line: (time, cells) => `${naive(time)},${cells.join(",")}\r\n`,
    duckdb: "read_csv($path)",
    polars: {},
    pandas: PARSED,
  },
  {
    name: "epoch seconds",
    extension: "csv",
    line: (time, cells) => `${time / 1000},${cells.join(",")}\n`,
    duckdb: "read_csv($path)",
    polars: {},
    pandas: {},
    withoutDates: ["DuckDB", "Polars", "pandas"],
  },
  {
    name: "ISO with zone",
    extension: "csv",
    line: (time, cells) => `${naive(time).replace(" ", "T")}+01:00,${cells.join(",")}\n`,
    duckdb: "read_csv($path)",
    polars: {},
    pandas: PARSED,
  },
];

/** The table as Parquet, written by DuckDB from the plain file. */
export const parquet: Omit<Dialect, "line"> = {
  name: "Parquet",
  extension: "parquet",
  duckdb: "read_parquet($path)",
  polars: {},
  pandas: {},
};

/** Writes rows of a date and ten columns as KPI files have them: money, counts, shares, sensor values, and doubles in full length. */
export function writeDialect({ header = NAMES, line }: Dialect, path: string, rows: number): void {
  const random = createRandom(20_240_101);
  const file = openSync(path, "w");
  writeSync(file, `${header}\n`);
  let lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const n = (): number => random.normal();
    lines.push(
      line(Date.UTC(2015, 0, 1) + i * 60_000, [
        (1000 + 90 * n()).toFixed(2),
        (600 + 50 * n()).toFixed(2),
        String(random.integer(100_000)),
        String(random.integer(900)),
        random.next().toFixed(4),
        random.next().toFixed(4),
        (15 + 8 * n()).toFixed(1),
        (1013 + 9 * n()).toFixed(3),
        String(30_000 + 4000 * n()),
        String(n()),
      ]),
    );
    if (lines.length === 10_000 || i === rows - 1) {
      writeSync(file, lines.join(""));
      lines = [];
    }
  }
  closeSync(file);
}
