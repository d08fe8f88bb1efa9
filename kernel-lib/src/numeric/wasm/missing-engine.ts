/**
 * Why the WebAssembly kernels do not run on a thread: there is no WebAssembly, none with SIMD and shared memory, a page's
 * content security policy forbids it, or there is no memory for it. Their plain twins give the same bytes then, slower.
 */
export type MissingEngine = "webAssembly" | "features" | "permission" | "memory";

let missing: MissingEngine | null = null;

/** What this thread has turned out to lack so far; null while the kernels run. */
export function missingEngine(): MissingEngine | null {
  return missing;
}

/** Notes what is missing. Returns null, which is what then stands for a module. */
export function lacking(what: MissingEngine): null {
  missing ??= what;
  return null;
}

/** What `make` makes; null and a note where the engine refuses for a reason that is nobody's fault. Whatever else fails is thrown. */
export function unlessRefused<Made>(make: () => Made): Made | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return lacking("memory");
    // Only modules that were found valid come here: what stops them is a policy.
    if (error instanceof Error && error.name === "CompileError") return lacking("permission");
    throw error;
  }
}
