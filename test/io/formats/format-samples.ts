import { readdirSync } from "node:fs";
import type { FormatSample } from "./samples/sample.js";

const folder = new URL("./samples/", import.meta.url);

/** Files of every format: those of the folder `samples`; `twins.test.ts` says which one is missing. */
export const samples: readonly FormatSample[] = await Promise.all(
  readdirSync(folder)
    .filter((name) => name !== "sample.ts")
    .sort()
    .map(async (name) => ((await import(new URL(name, folder).href)) as { sample: FormatSample }).sample),
);
