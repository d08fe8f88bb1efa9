import { InputError } from "../../errors.js";
import { joined } from "../columns/source-table.js";
import { damaged, refuseBomb, type Format } from "./format.js";
import { zstandardDecoder } from "./zstd/unpack-zstandard.js";

/** A file packed with Zstandard: what is inside is looked at as any other file. */
export const zstd: Format = {
  name: "zstd",
  called: { en: "a Zstandard archive", de: "ein Zstandard-Archiv" },
  endings: ["zst", "zstd"],
  hasLines: false,
  isIn: (head) => head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd,
  async open(bytes, { file = "", signal }) {
    const decoder = await zstandardDecoder();
    const parts: Uint8Array[] = [];
    let length = 0;
    try {
      for (const part of decoder.pieces(bytes, signal)) {
        length += part.length;
        refuseBomb(length, bytes.length);
        parts.push(part);
      }
    } catch (error) {
      if (error instanceof InputError || signal?.aborted) throw error;
      throw damaged(zstd, error);
    }
    return { kind: "file", bytes: joined(parts), name: file.replace(/\.(zst|zstd)$/i, "") };
  },
};
