import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  compileCholeskyKernels,
  compileColumnKernels,
  compileKernels,
  compileRecordKernels,
  compileWaveKernels,
  kernelArguments,
} from "../../../kernel-lib/assembly/build.mjs";
import { choleskyKernelsInBase64 } from "../../../kernel-lib/src/numeric/wasm/cholesky-kernels.generated.js";
import { columnKernelsInBase64 } from "../../../kernel-lib/src/numeric/wasm/column-kernels.generated.js";
import { kernelModule } from "../../../kernel-lib/src/numeric/wasm/kernels.js";
import { kernelsInBase64 } from "../../../kernel-lib/src/numeric/wasm/kernels.generated.js";
import { recordKernelsInBase64 } from "../../../kernel-lib/src/numeric/wasm/record-kernels.generated.js";
import { waveKernelsInBase64 } from "../../../kernel-lib/src/numeric/wasm/wave-kernels.generated.js";

it("the committed kernels are those of the sources", async () => {
  // After a change in kernel-lib/assembly: npm run kernels -w kpi-anomaly
  expect(kernelsInBase64).toBe(Buffer.from(await compileKernels()).toString("base64"));
  expect(choleskyKernelsInBase64).toBe(Buffer.from(await compileCholeskyKernels()).toString("base64"));
  expect(columnKernelsInBase64).toBe(Buffer.from(await compileColumnKernels()).toString("base64"));
  expect(recordKernelsInBase64).toBe(Buffer.from(await compileRecordKernels()).toString("base64"));
  expect(waveKernelsInBase64).toBe(Buffer.from(await compileWaveKernels()).toString("base64"));
});

it("the committed names of arguments are those of the sources", () => {
  const file = new URL("../../../kernel-lib/src/numeric/wasm/kernel-arguments.generated.ts", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(kernelArguments());
});

it("the kernels can run here", () => {
  expect(kernelModule()).not.toBeNull();
});
