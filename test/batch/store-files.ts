import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";

/** So many files of 60 days; each third one has one day that is three times too high. Returns their paths. */
export function storeFiles(folder: string, count: number): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, store) => {
    const random = createRandom(store);
    const lines = Array.from({ length: 60 }, (_, day) => {
      const usual = 100 + 10 * Math.sin((2 * Math.PI * day) / 7) + random.normal();
      return `${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${(store % 3 === 0 && day === 40 ? 3 * usual : usual).toFixed(2)}`;
    });
    const file = join(folder, `store-${String(store).padStart(4, "0")}.csv`);
    writeFileSync(file, `date,sales\n${lines.join("\n")}\n`);
    return file;
  });
}
