import { OutOfMemory, Workspace, type ThreadPool } from "./wasm/workspace.js";

/**
 * Where heavy loops run: WebAssembly kernels on one memory that is kept and grown, on the calling thread and on the workers
 * of a crew, if there is one. The results are the same bytes with any number of workers.
 */
export interface Compute {
  /** Threads that share the work, the calling one among them. */
  readonly threads: number;
  /**
   * Does a piece of work that needs the memory. One at a time: others wait their turn. The workspace is null where
   * WebAssembly with SIMD is missing; then plain TypeScript has to do. Where the memory turns out not to be enough, the
   * work is begun anew without it.
   */
  use<T>(work: (workspace: Workspace | null) => Promise<T>): Promise<T>;
  /** Ends the workers and gives the memory back. Work after that starts anew, without workers. */
  dispose(): void;
}

/**
 * A memory that has grown beyond this is given back when nobody waits for it: memories of WebAssembly never shrink. With it go
 * the threads that work on it; new ones take some 50 ms to start, which work on so much memory takes many times over.
 */
const KEPT_BYTES = 16 << 20;

/** Threads that help, and can be sent away. */
export interface Crew extends ThreadPool {
  /** Ends the threads and lets go of their memory; the next work starts new ones. */
  retire(): void;
  /** Ends the threads for good. */
  dispose(): void;
}

/** A `Compute` of the calling thread and the crew given. */
export function computeWith(crew: Crew | null): Compute {
  let helpers = crew;
  let workspace: Workspace | null | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    get threads() {
      return 1 + (helpers?.size ?? 0);
    },
    use(work) {
      waiting++;
      const mine = turn.then(async () => {
        workspace ??= Workspace.create(helpers);
        try {
          return await work(workspace);
        } catch (error) {
          if (!(error instanceof OutOfMemory)) throw error;
          return await work(null);
        } finally {
          workspace?.release();
          waiting--;
          if (waiting === 0 && (workspace?.bytes ?? 0) > KEPT_BYTES) {
            helpers?.retire();
            workspace = undefined;
          }
        }
      });
      // Whoever waits for the turn does not hold what the one before found.
      turn = mine.then(
        () => {},
        () => {},
      );
      return mine;
    },
    dispose() {
      helpers?.dispose();
      helpers = null;
      workspace = undefined;
    },
  };
}

let own: Compute | undefined;

/** The calling thread alone, without workers; one for all who bring none of their own. */
export function ownThread(): Compute {
  return (own ??= computeWith(null));
}
