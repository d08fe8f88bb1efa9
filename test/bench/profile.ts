import { createRandom, profile, type NumberColumn, type Table } from "kpi-anomaly";

/** `npm run bench -- profile`: time of one profile of 100,000 hourly rows with five KPIs; best and median of seven runs. */
const rows = 100_000;
const random = createRandom("bench/profile");
const column = (name: string, noise: number): NumberColumn => ({
  kind: "number",
  name,
  role: "kpi",
  decimals: 2,
  values: Float64Array.from(
    { length: rows },
    (_, hour) => 100 + 20 * Math.sin((2 * Math.PI * hour) / 24) + noise * random.normal(),
  ),
});
const table: Table = {
  kind: "table",
  source: { file: "bench.csv", bytes: 0, encoding: "utf-8", delimiter: ",", decimal: ".", header: true },
  records: rows,
  columns: [1, 2, 3, 4, 5].map((noise) => column(`kpi_${noise}`, noise)),
  time: {
    columns: ["time"],
    format: "YYYY-MM-DD HH:mm",
    zone: "naive",
    values: Float64Array.from({ length: rows }, (_, hour) => Date.UTC(2010, 0, 1) + hour * 3_600_000),
  },
  cadence: { seconds: 3600, label: "hourly", regularity: 1 },
  key: null,
  lines: Uint32Array.from({ length: rows }, (_, record) => record + 2),
  warnings: [],
};

const seconds: number[] = [];
const cpu: number[] = [];
for (let run = 0; run < 7; run++) {
  const started = performance.now();
  const used = process.cpuUsage();
  profile(table);
  seconds.push((performance.now() - started) / 1000);
  cpu.push(process.cpuUsage(used).user / 1e6);
}
const sorted = (list: number[]): number[] => [...list].sort((a, b) => a - b);
console.log(
  `profile of ${rows} rows x 5 KPIs: best ${sorted(seconds)[0].toFixed(2)} s, median ${sorted(seconds)[3].toFixed(2)} s wall; processor best ${sorted(cpu)[0].toFixed(2)} s, median ${sorted(cpu)[3].toFixed(2)} s`,
);
