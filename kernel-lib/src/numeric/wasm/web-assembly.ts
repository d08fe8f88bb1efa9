/** The parts of WebAssembly used here; TypeScript knows them only together with the whole browser. */
export interface WebAssemblyApi {
  /** Whether the engine knows all that a module asks for. */
  readonly validate: (bytes: Uint8Array) => boolean;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports?: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: unknown };
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => WasmMemory;
}

/** A compiled module; may be sent to workers. */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string;
}

/** Memory that grows and may be sent to workers. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** Undefined where there is none. */
export const webAssembly: WebAssemblyApi | undefined = (globalThis as { readonly WebAssembly?: WebAssemblyApi })
  .WebAssembly;
