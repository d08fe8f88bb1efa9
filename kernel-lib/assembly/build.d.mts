/** The compiled module. */
export function compileKernels(): Promise<Uint8Array>;
