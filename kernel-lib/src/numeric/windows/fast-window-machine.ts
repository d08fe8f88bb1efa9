import type { WindowMachine } from "./window-machine.js";
import type { Checkpoint } from "../checkpoint.js";
import type { Workspace } from "../wasm/workspace.js";

/** Windows a thread works on at a time: few enough that their errors stay in the nearest cache. */
const GRAIN = 512;

/** Lags that the kernel takes at a time. */
const LAGS = 8;

/**
 * The heavy parts of the windowed distance in WebAssembly, the same bytes as in plain TypeScript. Windows are taken in
 * pieces that fit the nearest cache, with two rows in an instruction; products of eight lags are added side by side, each
 * in the order of the rows. O(n width) with some 40 bytes a row.
 */
export function fastWindowMachine(
  workspace: Workspace,
  values: Float64Array,
  width: number,
  checkpoint: Checkpoint,
): WindowMachine {
  const n = values.length;
  const count = n - width + 1;
  return {
    async products(centred, sums) {
      const mark = workspace.mark();
      const lags = Math.ceil(width / LAGS) * LAGS;
      const at = putPadded(workspace, centred, n + lags, 0);
      const counts = putPadded(workspace, sums, sums.length + lags, sums[sums.length - 1]);
      const products = workspace.allocate(lags * 8);
      const pairs = workspace.allocate(lags * 8);
      await workspace.run("lagProducts", [at, n, width, counts, products, pairs], lags / LAGS, checkpoint);
      const found = {
        products: workspace.doubles(products, width).slice(),
        pairs: workspace.doubles(pairs, width).slice(),
      };
      workspace.release(mark);
      return found;
    },
    async distances(centre, reflection, weights) {
      const mark = workspace.mark();
      const out = workspace.allocate(count * 8);
      const args = [
        workspace.put(values),
        count,
        width,
        GRAIN,
        centre,
        workspace.put(reflection),
        workspace.put(weights),
        out,
      ];
      await workspace.run("windowDistances", args, Math.ceil(count / GRAIN), checkpoint, 16 * (GRAIN + width + 1));
      const found = workspace.doubles(out, count).slice();
      workspace.release(mark);
      return found;
    },
  };
}

/** Address of a copy that goes on with the same number up to a length. */
function putPadded(workspace: Workspace, values: Float64Array, length: number, rest: number): number {
  const address = workspace.allocate(length * 8);
  const copy = workspace.doubles(address, length);
  copy.set(values);
  copy.fill(rest, values.length);
  return address;
}
