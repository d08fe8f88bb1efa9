import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** 120 days of a quiet KPI, day 90 ten times too high. */
export const days: readonly string[] = Array.from(
  { length: 120 },
  (_, day) =>
    `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${day === 90 ? 1000 : (100 + 5 * Math.sin(day * 2.4)).toFixed(2)}`,
);

/** Writes them, the KPI under a name that is markup. Returns the path. */
export function tenTimes(folder: string): string {
  const file = join(folder, "sales.csv");
  writeFileSync(file, `date,<b>revenue</b>\n${days.join("\n")}\n`);
  return file;
}

/** Options with which an analysis of it takes a moment only. */
export const fast: readonly string[] = ["--detectors", "zScore,interquartileRange", "--mode", "vote"];
