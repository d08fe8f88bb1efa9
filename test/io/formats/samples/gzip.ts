import { gzipSync } from "node:zlib";
import { csvFile, jsonLinesFile } from "../written-files.js";
import type { FormatSample } from "./sample.js";

export const sample: FormatSample = {
  format: "gzip",
  files: {
    "data.csv.gz": (cells) => gzipSync(csvFile(cells)),
    "data.jsonl.gz": (cells) => gzipSync(jsonLinesFile(cells)),
  },
  hostile: {
    "gzip of 300 MB of zeros": () => gzipSync(new Uint8Array(300 << 20)),
    "gzip of gzip of zeros": () => gzipSync(gzipSync(new Uint8Array(300 << 20))),
  },
};
