import { InputError } from "../../errors.js";
import { joined } from "../columns/source-table.js";
import { damaged, refuseBomb, type Format } from "./format.js";

/** Bytes unpacked at a time. */
const PIECE = 1 << 15;

/** A file packed with Zstandard: what is inside is looked at as any other file. */
export const zstd: Format = {
  name: "zstd",
  endings: ["zst", "zstd"],
  hasLines: false,
  isIn: (head) => head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd,
  async open(bytes, { file = "", signal }) {
    const { Decompress } = await import("fzstd");
    const parts: Uint8Array[] = [];
    let length = 0;
    let ended = false;
    try {
      const stream = new Decompress((part, final) => {
        length += part.length;
        refuseBomb(length, bytes.length);
        // The stream goes on in the same memory.
        parts.push(part.slice());
        ended = final ?? false;
      });
      for (let start = 0; start < bytes.length; start += PIECE) {
        signal?.throwIfAborted();
        stream.push(bytes.subarray(start, start + PIECE), start + PIECE >= bytes.length);
      }
    } catch (error) {
      if (error instanceof InputError || signal?.aborted) throw error;
      throw damaged("zstandard", error);
    }
    if (!ended) throw damaged("zstandard");
    return { kind: "file", bytes: joined(parts), name: file.replace(/\.(zst|zstd)$/i, "") };
  },
};
