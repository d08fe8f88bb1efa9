import { sqliteFile } from "../written-files.js";
import type { FormatSample } from "./sample.js";

export const sample: FormatSample = {
  format: "sqlite",
  files: { "data.db": (cells) => sqliteFile(cells) },
  hostile: {
    "SQLite cut off": () => sqliteFile({ a: Array.from({ length: 5000 }, (_, i) => i) }).subarray(0, 9000),
    "SQLite of pages in a circle": () => {
      const bytes = sqliteFile({ a: Array.from({ length: 5000 }, (_, i) => i) });
      // The root of the table, page 2, sends to itself.
      const page = new DataView(bytes.buffer, bytes.byteOffset).getUint16(16);
      new DataView(bytes.buffer, bytes.byteOffset).setUint32(page + 8, 2);
      return bytes;
    },
  },
};
