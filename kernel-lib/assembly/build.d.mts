export function compileKernels(): Promise<Uint8Array>;
export function compileColumnKernels(): Promise<Uint8Array>;
export function compileWaveKernels(): Promise<Uint8Array>;
export function compileCholeskyKernels(): Promise<Uint8Array>;
export function compileRecordKernels(): Promise<Uint8Array>;
export function kernelArguments(): string;
