import { rethreshold } from "../../kernel-lib/src/rethreshold.js";
import { detect } from "../../kernel-lib/src/detect.js";
import { tableFromColumns } from "../../kernel-lib/src/adapters/table-from-columns.js";
import { quantile } from "../../kernel-lib/src/numeric/statistics.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

/*
 * npm run bench -- rethreshold [rows]: what a new sensitivity costs once a series is analysed, in milliseconds of processor
 * time: the first time that it is asked for, and again.
 */

const rows = Number(process.argv[2] ?? 145_000);
const random = createRandom(3);
const start = Date.UTC(2004, 0, 1);
const time = Array.from({ length: rows }, (_, i) => new Date(start + 3_600_000 * i));
const load = Array.from({ length: rows }, (_, i) => {
  const usual = 500 - 200 * Math.cos((2 * Math.PI * i) / 24) + 60 * Math.sin((2 * Math.PI * i) / 168);
  const event = random.next() < 0.0005 ? 12 * random.normal() : 0;
  return Math.round(usual + 15 * (random.normal() + event));
});
const report = await detect(tableFromColumns({ time, load }), { mode: "auto", votes: false });
console.log(`${rows} rows, ${report.series[0].incidents.length} incidents at sensitivity 50`);
for (const [what, turns] of [
  ["first", 1],
  ["again", 5],
] as const) {
  const costs: number[] = [];
  for (let turn = 0; turn < turns; turn++)
    for (let sensitivity = 40; sensitivity <= 70; sensitivity++) {
      const before = process.cpuUsage();
      rethreshold(report, { sensitivity });
      const { user, system } = process.cpuUsage(before);
      costs.push((user + system) / 1000);
    }
  const sorted = Float64Array.from(costs);
  console.log(`${what}: median ${quantile(sorted, 0.5).toFixed(1)} ms, 90 % ${quantile(sorted, 0.9).toFixed(1)} ms`);
}
