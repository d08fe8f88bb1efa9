import { control } from "../numeric/wasm/workspace.js";

/**
 * What a worker runs, as text: so that it works from a bundle as well as from files, with nothing beside it on disk. It
 * only waits for work in the control block and runs kernels on the shared memory, so there is little to it. It runs as a
 * script and as a module alike, whichever the program's flags make of it.
 */
export const workerSource: string = `
const { workerData } = process.getBuiltinModule("node:worker_threads");
const { module, memory, names, thread } = workerData;
const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports;
const state = new Int32Array(memory.buffer, 0, 16);
for (let seen = 0; ; ) {
  Atomics.wait(state, ${control.generation}, seen);
  const now = Atomics.load(state, ${control.generation});
  if (Atomics.load(state, ${control.quit})) break;
  if (now === seen) continue;
  seen = now;
  Atomics.add(state, ${control.busy}, 1);
  if (Atomics.load(state, ${control.open})) {
    const kernel = kernels[names[state[${control.kernel}]]];
    const scratch = (state[${control.scratch}] >>> 0) + thread * state[${control.scratchSize}];
    const blocks = state[${control.blocks}];
    try {
      while (!Atomics.load(state, ${control.stop})) {
        const block = Atomics.add(state, ${control.next}, 1);
        if (block >= blocks) break;
        let more = kernel(state[${control.args}], block, scratch);
        while (more && !Atomics.load(state, ${control.stop})) more = kernel(state[${control.args}], ~block, scratch);
      }
    } catch {
      Atomics.store(state, ${control.failed}, 1);
    }
  }
  Atomics.sub(state, ${control.busy}, 1);
  Atomics.notify(state, ${control.busy});
}
`;
