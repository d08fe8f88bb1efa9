import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it } from "vitest";
import type { Compute } from "../../kernel-lib/src/numeric/compute.js";
import { growForest } from "../../kernel-lib/src/numeric/isolation-forest/grow.js";
import { isolationScores } from "../../kernel-lib/src/numeric/isolation-forest/isolation-scores.js";
import { outlierFactors } from "../../kernel-lib/src/numeric/neighbours/outlier-factors.js";
import { oneClassSvm } from "../../kernel-lib/src/numeric/one-class-svm/one-class-svm.js";
import { createCheckpoint, yieldToEventLoop, type Checkpoint } from "../../kernel-lib/src/numeric/checkpoint.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { control, type Workspace } from "../../kernel-lib/src/numeric/wasm/workspace.js";
import { createCompute } from "../../kernel-lib/src/parallel/compute.js";
import { workerSource } from "../../kernel-lib/src/parallel/worker-source.js";

const columns = 6;

function cloud(rows: number): Float64Array {
  const random = createRandom(2);
  return Float64Array.from({ length: rows * columns }, () => random.normal());
}

/** What runs for long, on enough rows for dozens of blocks. */
const works: Record<string, (compute: Compute, checkpoint: Checkpoint) => Promise<unknown>> = {
  "Local Outlier Factor": (compute, checkpoint) =>
    outlierFactors(cloud(20_000), columns, { neighbours: 20, compute, checkpoint }),
  "One-Class SVM": (compute, checkpoint) =>
    oneClassSvm(cloud(6000), columns, { nu: 0.05, gamma: 0, tolerance: 1e-3, compute, checkpoint }),
  "Isolation Forest": (compute, checkpoint) =>
    isolationScores(growForest(cloud(10_000), columns, 100, 256, createRandom(1)), cloud(10_000), compute, checkpoint),
};

const made: Compute[] = [];

function computeWithWorkers(workers: number): Compute {
  const compute = createCompute({ workers });
  made.push(compute);
  return compute;
}

afterEach(() => {
  for (const compute of made.splice(0)) compute.dispose();
});

describe("compute", () => {
  it("gives the same bytes with 0, 1, 2 and 3 workers", async () => {
    const values = cloud(4000);
    const results = [];
    for (const workers of [0, 1, 2, 3]) {
      const compute = computeWithWorkers(workers);
      expect(compute.threads).toBe(workers + 1);
      for (let again = 0; again < 2; again++) {
        const factors = await outlierFactors(values, columns, { neighbours: 10, compute });
        const { decision } = await oneClassSvm(values, columns, { nu: 0.05, gamma: 0, tolerance: 1e-3, compute });
        const scores = await isolationScores(growForest(values, columns, 20, 256, createRandom(1)), values, compute);
        results.push({ factors, decision, scores });
      }
    }
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it("lets pieces of work that are asked for at once take turns", async () => {
    const values = cloud(1500);
    const compute = computeWithWorkers(1);
    const [a, b, c] = await Promise.all(
      [1, 2, 3].map(() => outlierFactors(values, columns, { neighbours: 10, compute })),
    );
    expect(b).toEqual(a);
    expect(c).toEqual(a);
  });

  it.each([0, 2])("ends work that is cancelled, and works on, with %i workers", async (workers) => {
    const compute = computeWithWorkers(workers);
    const cancel = new AbortController();
    const seen: number[] = [];
    const checkpoint = createCheckpoint({
      signal: cancel.signal,
      progress: (fraction) => {
        seen.push(fraction);
        setTimeout(() => cancel.abort(), 0);
      },
    });
    await expect(outlierFactors(cloud(40_000), columns, { neighbours: 20, compute, checkpoint })).rejects.toThrow(
      "aborted",
    );
    expect(seen.length).toBeGreaterThan(0);
    const values = cloud(800);
    expect(await outlierFactors(values, columns, { neighbours: 5, compute })).toEqual(
      await outlierFactors(values, columns, { neighbours: 5 }),
    );
  });

  it.each(Object.keys(works).flatMap((name) => [0, 2].map((workers) => [name, workers] as const)))(
    "a cancelled %s begins no further block, with %i workers",
    async (name, workers) => {
      const compute = computeWithWorkers(workers);
      const state = await compute.use((workspace) => Promise.resolve(workspace!.integers(0, 16)));
      const cancelled = new Error("cancelled");
      let looksAfter = 0;
      const checkpoint = (): void => {
        if (looksAfter > 0) looksAfter++;
        // Blocks last a few milliseconds at most: so many are left that a cancel is felt if the rest is still done.
        if (state[control.blocks] < 30) return;
        looksAfter++;
        throw cancelled;
      };
      await expect(works[name](compute, checkpoint)).rejects.toBe(cancelled);
      expect(looksAfter).toBe(1);
      expect([control.stop, control.open, control.busy].map((place) => state[place])).toEqual([1, 0, 0]);
      const begun = state[control.next];
      expect(begun).toBeLessThan(state[control.blocks]);
      await yieldToEventLoop();
      expect(state[control.next]).toBe(begun);
    },
  );

  it("lets go of its memory when it is disposed of", async () => {
    const compute = computeWithWorkers(1);
    await outlierFactors(cloud(3000), columns, { neighbours: 5, compute });
    const memory = await compute.use((workspace) => Promise.resolve(new WeakRef<Workspace>(workspace!)));
    compute.dispose();
    setFlagsFromString("--expose-gc");
    await yieldToEventLoop();
    (runInNewContext("gc") as () => void)();
    expect(memory.deref()).toBeUndefined();
  });

  it("lets go of a large memory when nobody waits for it, threads and all, and goes on with new ones", async () => {
    const compute = computeWithWorkers(1);
    const before = await outlierFactors(cloud(3000), columns, { neighbours: 5, compute });
    const bytes = (): Promise<number> => compute.use((workspace) => Promise.resolve(workspace!.bytes));
    const grow = (): Promise<number> => compute.use((workspace) => Promise.resolve(workspace!.allocate(64 << 20)));
    const [, waited] = await Promise.all([grow(), bytes()]);
    expect(waited).toBeGreaterThan(64 << 20);
    expect(await bytes()).toBeLessThan(4 << 20);
    expect(compute.threads).toBe(2);
    expect(await outlierFactors(cloud(3000), columns, { neighbours: 5, compute })).toEqual(before);
  });

  it("its workers' source runs as a script and as a module", () => {
    // A worker inherits flags such as --input-type=module; a module knows no require.
    expect(workerSource).not.toMatch(/\brequire\(|\bimport /);
  });

  it("can be used after it was disposed of, without workers", async () => {
    const compute = computeWithWorkers(2);
    const values = cloud(3000);
    const before = await outlierFactors(values, columns, { neighbours: 5, compute });
    const underWay = outlierFactors(values, columns, { neighbours: 5, compute, checkpoint: () => compute.dispose() });
    expect(await underWay).toEqual(before);
    expect(compute.threads).toBe(1);
    expect(await outlierFactors(values, columns, { neighbours: 5, compute })).toEqual(before);
  });
});
