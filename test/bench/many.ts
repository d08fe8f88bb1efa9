import { fileURLToPath } from "node:url";
import { detect } from "../../kernel-lib/src/detect.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import type { NumberColumn, Table } from "../../kernel-lib/src/table.js";
import { createSeriesRunner } from "../../kernel-lib/src/workers/run-series.js";

/**
 * Many KPIs at once: `npm run bench -- many [--kpis 500] [--rows 2000] [--workers 1,2] [--noise] [--votes]`. Time, processor
 * time, memory and speed-up of the default analysis as `batch` and `detect` do it, with `--votes` those who only vote as well;
 * STL of the same in a pool of processes is `npm run bench -- scale --kpis 500 --length 2000 --peer`. With `--noise` the number of incidents in columns in which nothing happens.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const option = (name: string, otherwise: string): string =>
    argv.includes(`--${name}`) ? argv[argv.indexOf(`--${name}`) + 1] : otherwise;
  const [kpis, rows] = [Number(option("kpis", "500")), Number(option("rows", "2000"))];
  const table = generated(kpis, rows, argv.includes("--noise"));
  const script = fileURLToPath(new URL("../../kernel-lib/dist/workers/series-worker.js", import.meta.url));
  let first = 0;
  for (const workers of option("workers", "1,2").split(",").map(Number)) {
    const { runSeries, dispose } = createSeriesRunner({ workers, script });
    const started = performance.now();
    const before = process.cpuUsage();
    const config = { mostKpis: kpis, votes: argv.includes("--votes") };
    const { series } = await detect(table, config, { runSeries });
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - started) / 1000;
    first ||= seconds;
    const megabytes = process.memoryUsage().rss / 2 ** 20;
    await dispose();
    const incidents = series.reduce((sum, one) => sum + one.incidents.length, 0);
    console.log(
      `${kpis} KPIs x ${rows} rows, ${workers} workers: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} processor seconds, ${(first / seconds).toFixed(2)} times the first, ${megabytes.toFixed(0)} MB with all workers, ${incidents} incidents in ${series.filter((one) => one.incidents.length > 0).length} series, threshold ${series[0].threshold.toFixed(2)}`,
    );
  }
}

/** Hourly KPIs with a day in them and one event in every tenth; or noise alone. */
function generated(kpis: number, rows: number, noise: boolean): Table {
  const columns = Array.from({ length: kpis }, (_, k): NumberColumn => {
    const random = createRandom(`many/${k}`);
    const values = Float64Array.from(
      { length: rows },
      (_unused, i) => 100 + (noise ? 0 : 20 * Math.sin((2 * Math.PI * i) / 24)) + random.normal(),
    );
    if (!noise && k % 10 === 0) for (let i = 0; i < 6; i++) values[Math.floor(rows / 2) + i] += 15;
    return { kind: "number", name: `kpi_${k}`, role: "kpi", values, decimals: 2 };
  });
  return {
    kind: "table",
    source: { file: "generated.csv", bytes: 0, encoding: "utf-8", delimiter: ",", decimal: ".", header: true },
    records: rows,
    columns,
    time: {
      columns: ["time"],
      format: "ISO 8601",
      zone: "naive",
      values: Float64Array.from({ length: rows }, (_, i) => Date.UTC(2024, 0, 1) + i * 3_600_000),
    },
    cadence: { seconds: 3600, label: "hourly", regularity: 1 },
    key: null,
    lines: Uint32Array.from({ length: rows }, (_, i) => i + 2),
    warnings: [],
  };
}
