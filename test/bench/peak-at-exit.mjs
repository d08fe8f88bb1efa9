// Loaded before a program that `scale.ts` measures: writes the peak memory of this one process, in megabytes, when it ends.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS / 1024));
});
