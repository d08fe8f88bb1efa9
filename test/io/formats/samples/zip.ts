import { deflateSync } from "node:zlib";
import { zipSync } from "fflate";
import { csvFile } from "../written-files.js";
import type { FormatSample } from "./sample.js";

export const sample: FormatSample = {
  format: "zip",
  files: { "data.csv.zip": (cells) => zipSync({ "data.csv": csvFile(cells) }) },
  hostile: {
    "ZIP of deflated noise": () => zipSync({ "a.csv": deflateSync(new Uint8Array(1000)) }),
  },
};
