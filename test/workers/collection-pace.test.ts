import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

const source = (path: string): string => fileURLToPath(new URL(`../../kernel-lib/src/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kpi-anomaly-pace-"));
const program = join(folder, "program.mjs");
const paceAlone = join(folder, "pace.mjs");

/** Analyses 120 series of 2,000 rows and says how often all of its memory was collected. */
beforeAll(() =>
  build({
    stdin: {
      contents: `
        import { PerformanceObserver, constants } from "node:perf_hooks";
        import { tableFromColumns } from ${JSON.stringify(source("index.ts"))};
        import { detect } from ${JSON.stringify(source("detect.ts"))};
        import { setCollectionPace } from ${JSON.stringify(source("workers/collection-pace.ts"))};
        let full = 0;
        new PerformanceObserver((list) => {
          for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) full++;
        }).observe({ entryTypes: ["gc"] });
        setCollectionPace(Number(process.argv[2]));
        const date = Array.from({ length: 2000 }, (_, i) => new Date(Date.UTC(2024, 0, 1) + i * 3_600_000).toISOString());
        const value = (k, i) => 100 + 20 * Math.sin(i / 3.82) + Math.sin(i * i * (k + 1));
        const kpis = Array.from({ length: 120 }, (_, k) => ["kpi_" + k, date.map((_, i) => value(k, i))]);
        await detect(tableFromColumns({ date, ...Object.fromEntries(kpis) }), { mostKpis: 120, votes: false });
        await new Promise((done) => setTimeout(done, 50));
        console.log(full);`,
      resolveDir: fileURLToPath(new URL("../..", import.meta.url)),
    },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  }),
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fullCollections = (rows: number): number =>
  Number(execFileSync(process.execPath, [program, String(rows)], { encoding: "utf8" }));

test("short series bring few full collections, long ones as many as the engine wants", () => {
  // How many more hangs on how much gets done between them: fewer on a busy machine.
  const counted = [fullCollections(2000), fullCollections(1_000_000)];
  expect(counted[0], String(counted)).toBeLessThan(counted[1]);
}, 180_000);

beforeAll(() =>
  build({
    entryPoints: [source("workers/collection-pace.ts")],
    outfile: paceAlone,
    platform: "node",
    format: "esm",
    logLevel: "error",
  }),
);

test("where little is alive, garbage takes little memory however much of it there is", () => {
  const peak = (pace: string): number => {
    const made = `
      import { keepMemorySmall } from ${JSON.stringify(pathToFileURL(paceAlone).href)};
      ${pace}
      const held = [];
      for (let i = 0; i < 300_000; i++) {
        held.push(JSON.parse('{"a": [1, 2, 3], "b": "' + i + '"}'));
        if (held.length > 20_000) held.length = 0;
      }
      console.log(process.resourceUsage().maxRSS);`;
    return Number(execFileSync(process.execPath, ["--input-type=module", "-e", made], { encoding: "utf8" }));
  };
  expect(peak("keepMemorySmall();")).toBeLessThan(0.85 * peak(""));
});
