import { describe, expect, it } from "vitest";
import { ownThread, type Compute } from "../../../kernel-lib/src/numeric/compute.js";
import { bruteForceNeighbours } from "../../../kernel-lib/src/numeric/neighbours/brute-force.js";
import { fastOutlierFactors } from "../../../kernel-lib/src/numeric/neighbours/fast-outlier-factors.js";
import { localOutlierFactors } from "../../../kernel-lib/src/numeric/neighbours/local-outlier-factor.js";
import { outlierFactors } from "../../../kernel-lib/src/numeric/neighbours/outlier-factors.js";
import { noCheckpoint } from "../../../kernel-lib/src/numeric/checkpoint.js";
import { rowsOf } from "../../../kernel-lib/src/numeric/row-source.js";
import { kernelNames } from "../../../kernel-lib/src/numeric/wasm/kernels.js";
import { control } from "../../../kernel-lib/src/numeric/wasm/workspace.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { golden, goldenMatrix, largestRelativeDifference } from "../../golden/golden.js";

function fast(values: Float64Array, columns: number, count: number): Promise<Float64Array> {
  return ownThread().use((workspace) => fastOutlierFactors(workspace!, rowsOf(values, columns), count, noCheckpoint));
}

async function plain(values: Float64Array, columns: number, count: number): Promise<Float64Array> {
  return localOutlierFactors(await bruteForceNeighbours(values, columns, count));
}

function numbers(rows: number, columns: number, of: (row: number, column: number) => number): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, i) => of(Math.floor(i / columns), i % columns));
}

/** Stands for a place without WebAssembly. */
const noWebAssembly: Compute = { threads: 1, use: (work) => work(null), dispose: () => {} };

const random = createRandom(11);

/** Shapes that a search could get wrong. */
const shapes: Record<string, { columns: number; count: number; values: Float64Array }> = {
  noise: { columns: 6, count: 20, values: numbers(1500, 6, () => random.normal()) },
  "one column": { columns: 1, count: 5, values: numbers(700, 1, () => random.normal()) },
  "many columns": { columns: 37, count: 10, values: numbers(400, 37, () => random.normal()) },
  "noise in many columns": { columns: 18, count: 20, values: numbers(2500, 18, () => random.normal()) },
  "noise in many columns, far outliers": {
    columns: 14,
    count: 10,
    values: numbers(1500, 14, (row) => random.normal() * (row % 50 === 0 ? 1e5 : 1)),
  },
  "noise in many columns, far away": {
    columns: 12,
    count: 10,
    values: numbers(1200, 12, (row) => random.normal() + (row % 3 === 0 ? 3e5 : 0)),
  },
  "smooth curve": {
    columns: 9,
    count: 20,
    values: numbers(3000, 9, (row, column) => Math.sin(row / 40 + column) + 0.01 * random.normal()),
  },
  "whole numbers, so many ties": { columns: 3, count: 12, values: numbers(2000, 3, () => random.integer(6)) },
  "equal rows only": { columns: 4, count: 7, values: new Float64Array(4 * 600).fill(1.5) },
  "a heap of duplicates larger than many leaves": {
    columns: 4,
    count: 9,
    values: numbers(3000, 4, (row) => (row % 5 === 0 ? random.normal() : 2)),
  },
  "heaps of duplicates": {
    columns: 2,
    count: 20,
    values: numbers(1200, 2, (row, column) => (row % 3 === 0 ? 5 : random.normal()) + column),
  },
  "far outliers and near copies": {
    columns: 5,
    count: 20,
    values: numbers(1600, 5, (row) =>
      row < 8 ? 1e6 * random.normal() : row % 2 ? 1 + 1e-7 * random.normal() : random.normal(),
    ),
  },
  "a large offset": { columns: 3, count: 10, values: numbers(900, 3, () => 9e5 + random.normal()) },
  "fewer rows than a leaf": { columns: 2, count: 3, values: numbers(11, 2, () => random.normal()) },
  "one row more than neighbours": { columns: 2, count: 20, values: numbers(21, 2, () => random.normal()) },
  "more neighbours than a leaf": { columns: 3, count: 600, values: numbers(1300, 3, () => random.normal()) },
  "many leaves": { columns: 5, count: 8, values: numbers(9000, 5, () => random.normal()) },
  "so many columns that a search is done in parts": {
    columns: 700,
    count: 5,
    values: numbers(1030, 700, () => random.normal()),
  },
  "columns that tell little": {
    columns: 11,
    count: 10,
    values: numbers(3000, 11, (_, column) => random.normal() * (column < 5 ? 1 : 1e-3)),
  },
  "two tight clusters far apart": {
    columns: 7,
    count: 10,
    values: numbers(2600, 7, (row, column) => (row % 2) * 1e4 + random.normal() * (column < 3 ? 1e-2 : 1e-3)),
  },
};

describe("fast outlier factors", () => {
  it.each(Object.keys(shapes))("equal comparing all with all: %s", async (name) => {
    const { columns, count, values } = shapes[name];
    expect(
      largestRelativeDifference(await fast(values, columns, count), [...(await plain(values, columns, count))]),
    ).toBe(0);
  });

  it("judges other rows by the ones it learnt from", async () => {
    const { columns, count, values } = shapes.noise;
    const asked = numbers(333, columns, (row) => random.normal() * (row < 5 ? 9 : 1));
    const [fast, slow] = [ownThread(), noWebAssembly].map((compute) =>
      outlierFactors(values, columns, { neighbours: count, asked, compute }),
    );
    expect(await fast).toEqual(await slow);
  });

  it.each(Object.keys(shapes))("judges other rows the same with what it learnt before: %s", async (name) => {
    const { columns, count, values } = shapes[name];
    const asked = numbers(50, columns, (row) => random.normal() * (row < 5 ? 9 : 1));
    const learnt = {};
    await outlierFactors(values, columns, { neighbours: count, learnt });
    expect(await outlierFactors(values, columns, { neighbours: count, asked, learnt })).toEqual(
      await outlierFactors(values, columns, { neighbours: count, asked }),
    );
  });

  it("looks at the clock within a leaf when a search is long", async () => {
    const values = numbers(1030, 200, () => random.normal());
    let looks = 0;
    let leaves = 0;
    await ownThread().use((workspace) => {
      const state = workspace!.integers(0, 16);
      return fastOutlierFactors(workspace!, rowsOf(values, 200), 5, () => {
        if (state[control.kernel] !== kernelNames.indexOf("findNeighbours")) return;
        looks++;
        leaves = state[control.blocks];
      });
    });
    expect(leaves).toBeGreaterThan(1);
    expect(looks).toBeGreaterThanOrEqual(2 * leaves);
  });

  it.each(Object.keys(golden.localOutlierFactor))("equal scikit-learn's on %s", async (name) => {
    const { columns, values } = goldenMatrix(name);
    const { neighbours, factors } = golden.localOutlierFactor[name];
    expect(largestRelativeDifference(await fast(values, columns, neighbours), factors)).toBeLessThan(1e-9);
  });
});
