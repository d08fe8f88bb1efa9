import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

/** Sales of three stores over 120 days, two records a day and store; store 2 loses a share on days 80 to 84. Returns the path. */
export function storeSales(folder: string, name: string, lost: number = 0.5): string {
  const random = createRandom(8);
  const lines = Array.from({ length: 120 }, (_, day) => day).flatMap((day) =>
    [1, 2, 3].flatMap((store) =>
      [9, 17].map(
        (hour) =>
          `${new Date(Date.UTC(2024, 0, 1 + day, hour)).toISOString().slice(0, 16).replace("T", " ")},${store},${((store === 2 && day >= 80 && day < 85 ? 1 - lost : 1) * (100 + 10 * Math.sin((2 * Math.PI * day) / 7)) + random.normal()).toFixed(2)}`,
      ),
    ),
  );
  const file = join(folder, name);
  writeFileSync(file, `time,store,sales\n${lines.join("\n")}\n`);
  return file;
}

/** Options that put the records of a day together, each store a series. */
export const byDay: readonly string[] = ["--aggregate", "day", "--segments", "store", "--kpi", "sales"];
