import { scaleOf } from "../../numeric/windows/rolling.js";
import type { Workspace } from "../../numeric/wasm/workspace.js";
import type { Series } from "../../table.js";
import type { FeatureColumn, Recipe, RollingRecipe } from "../feature.js";

/** Operations and sizes as in assembly/features.ts and assembly/rolling.ts. */
const operation = { lag: 0, stored: 1, change: 2, rolling: 3, hour: 4, dayOfWeek: 5, weekend: 6, month: 7 } as const;
const COLUMN_CELLS = 264;
const ROLLING_BYTES = 256;
const BLOCK_END_BYTES = 24;

/** Each block of points has to find into a window first; with a longer one than this that takes longer than the block itself. */
const LONGEST_WINDOW = 2048;

/** What the kernel `fillRows` is told about a series and its columns. */
export interface KernelPlan {
  /** Its first arguments: values, time, length. */
  readonly series: readonly number[];
  /** Those about the columns: width, steps, how many of them, inverses, scale. */
  readonly columns: readonly number[];
  /** Bytes that each thread needs. */
  readonly scratch: number;
}

/** Writes down on the workspace how to make these columns. Those that the kernel does not make are filled, and kept there. */
export function kernelPlan(workspace: Workspace, series: Series, columns: readonly FeatureColumn[]): KernelPlan {
  const width = columns.length;
  const windows: RollingStep[] = [];
  const steps: number[][] = [];
  let scratch = (width + 1) * 8 * (1 + COLUMN_CELLS);
  for (const [column, made] of columns.entries()) {
    const recipe = forKernel(made);
    if (!recipe) steps.push([operation.stored, column, 0, filled(workspace, series, made), 0, 0]);
    else if (recipe.make === "lag") steps.push([operation.lag, column, 0, recipe.step, 0, 0]);
    else if (recipe.make === "change")
      steps.push([operation.change, column, 0, recipe.step, Number(recipe.symmetric), 0]);
    else if ("window" in recipe) noteRolling(windows, recipe, column);
    else steps.push([operation[recipe.make], column, 0, 0, 0, 0]);
  }
  for (const { window, least, mean = width, deviation = width } of windows) {
    steps.push([operation.rolling, mean, deviation, window, least, scratch]);
    scratch += Math.ceil((ROLLING_BYTES + 2 * BLOCK_END_BYTES * (window + 1)) / 64) * 64;
  }
  const time = steps.some(([made]) => made >= operation.hour) ? workspace.put(series.time) : 0;
  const inverses = Float64Array.from(
    { length: 1 + Math.max(0, ...windows.map(({ window }) => window)) },
    (_, count) => 1 / count,
  );
  return {
    series: [workspace.put(series.values), time, series.values.length],
    columns: [
      width,
      workspace.put(Float64Array.from(steps.flat())),
      steps.length,
      workspace.put(inverses),
      scaleOf(series.values),
    ],
    scratch,
  };
}

function forKernel({ recipe }: FeatureColumn): Recipe | undefined {
  return recipe && "window" in recipe && recipe.window > LONGEST_WINDOW ? undefined : recipe;
}

/** Mean and deviation of a window are made together. */
interface RollingStep {
  readonly window: number;
  readonly least: number;
  mean?: number;
  deviation?: number;
}

function noteRolling(steps: RollingStep[], { make, window, least }: RollingRecipe, column: number): void {
  const part = make === "rollingMean" ? "mean" : "deviation";
  const half = steps.find((step) => step.window === window && step.least === least && step[part] === undefined);
  const step = half ?? { window, least };
  if (!half) steps.push(step);
  step[part] = column;
}

/** Address of a whole column made in TypeScript. */
function filled(workspace: Workspace, { values }: Series, column: FeatureColumn): number {
  const address = workspace.allocate(values.length * 8);
  column.fill(workspace.doubles(address, values.length), 0);
  return address;
}
