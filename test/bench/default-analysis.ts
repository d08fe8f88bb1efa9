import { availableParallelism } from "node:os";
import {
  createCompute,
  createRandom,
  detect,
  readCsv,
  rethreshold,
  tableFromColumns,
  type Report,
  type Table,
} from "kpi-anomaly";

/** Milliseconds by the clock and of the processor, one entry a run. */
interface Taken {
  readonly clock: number[];
  readonly processor: number[];
}

/**
 * The whole default analysis (season, every detector of the default, decisions, explanations) after reading, in this process:
 * a long file as it comes and 2,000 daily rows warm; then how long new cuts of the long one's stored scores take.
 */
export async function defaultAnalysis(file: string): Promise<void> {
  const long = await readCsv(file);
  const [taken, report] = await analyse(long, 4);
  const sales = dailySales(2000);
  const [daily] = await analyse(sales, 40);
  console.log(
    `\nWhole default analysis after reading, ${availableParallelism()} processors, first and fastest and median of the later runs, seconds (processor seconds)\n`,
  );
  console.log(`| rows | first | fastest | median |\n|--:|--:|--:|--:|\n${row(long, taken)}\n${row(sales, daily)}`);
  const cuts = [
    { sensitivity: 60 },
    { sensitivity: 40 },
    { mode: "vote", consensus: 2 },
    { mode: "vote", consensus: 1 },
    { mode: "vote", consensus: 3 },
    { mode: "auto" },
  ] as const;
  const spent = cuts.map((cut) => {
    const started = performance.now();
    rethreshold(report, cut);
    return `${Object.values(cut).join(" ")}: ${(performance.now() - started).toFixed(0)}`;
  });
  console.log(
    `\nNew cuts of the ${long.records} rows in this order, the first ones cold, milliseconds: ${spent.join(", ")}`,
  );
}

async function analyse(table: Table, runs: number): Promise<[Taken, Report]> {
  const taken: Taken = { clock: [], processor: [] };
  const compute = createCompute();
  let report: Report | undefined;
  for (let k = 0; k < runs; k++) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    report = await detect(table, {}, { compute });
    const { user, system } = process.cpuUsage(used);
    taken.clock.push(performance.now() - started);
    taken.processor.push((user + system) / 1000);
  }
  compute.dispose();
  return [taken, report!];
}

function row({ records }: Table, { clock, processor }: Taken): string {
  const later = (times: readonly number[]): number[] => times.slice(1).sort((a, b) => a - b);
  const [byClock, used] = [later(clock), later(processor)];
  const show = (a: number, b: number): string => `${(a / 1000).toFixed(3)} (${(b / 1000).toFixed(3)})`;
  const middle = byClock.length >> 1;
  return `| ${records} | ${show(clock[0], processor[0])} | ${show(byClock[0], used[0])} | ${show(byClock[middle], used[middle])} |`;
}

/** Sales with a week, noise and three odd days. */
function dailySales(rows: number): Table {
  const random = createRandom("daily");
  const sales = Float64Array.from(
    { length: rows },
    (_, i) => 200 + 40 * Number(i % 7 > 4) + 8 * random.normal() + (i % 611 === 500 ? 150 : 0),
  );
  const date = Float64Array.from({ length: rows }, (_, i) => Date.UTC(2018, 0, 1 + i));
  return tableFromColumns({ date: Array.from(date, (at) => new Date(at)), sales });
}
