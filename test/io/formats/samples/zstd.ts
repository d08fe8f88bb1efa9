import { zstdCompressSync } from "node:zlib";
import { csvFile } from "../written-files.js";
import type { FormatSample } from "./sample.js";

export const sample: FormatSample = {
  format: "zstd",
  files: { "data.csv.zst": (cells) => new Uint8Array(zstdCompressSync(csvFile(cells))) },
  hostile: {
    "zstd of 300 MB of zeros": () => new Uint8Array(zstdCompressSync(new Uint8Array(300 << 20))),
  },
};
