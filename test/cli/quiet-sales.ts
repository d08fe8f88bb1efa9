import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes 200 days of a quiet KPI with one day ten times too high, and a column that a spreadsheet would compute. Returns its path. */
export function quietSales(folder: string): string {
  const lines = Array.from({ length: 200 }, (_, day) => {
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    return `${date},${day === 150 ? 1000 : (100 + 5 * Math.sin(day * 2.4)).toFixed(2)},=cmd()`;
  });
  const file = join(folder, "sales.csv");
  writeFileSync(file, `date,revenue,note\n${lines.join("\n")}\n`);
  return file;
}

/** Options with which a run of it takes a moment only. */
export const fast: readonly string[] = ["--detectors", "zScore,interquartileRange"];
