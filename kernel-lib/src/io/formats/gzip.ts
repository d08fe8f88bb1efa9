import { Gunzip } from "fflate";
import { InputError } from "../../errors.js";
import { joined } from "../columns/source-table.js";
import { damaged, refuseBomb, type Format } from "./format.js";

/** Bytes unpacked at a time; a thousand times as many may come of them. */
const PIECE = 1 << 15;

/** A file packed with gzip: what is inside is looked at as any other file. */
export const gzip: Format = {
  name: "gzip",
  called: { en: "a gzip archive", de: "ein gzip-Archiv" },
  endings: ["gz", "gzip"],
  hasLines: false,
  isIn: (head) => head[0] === 0x1f && head[1] === 0x8b,
  open: (bytes, { file = "", signal }) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    let ended = false;
    const stream = new Gunzip((part, final) => {
      length += part.length;
      refuseBomb(length, bytes.length);
      parts.push(part);
      ended = final;
    });
    try {
      for (let start = 0; start < bytes.length; start += PIECE) {
        signal?.throwIfAborted();
        stream.push(bytes.subarray(start, start + PIECE), start + PIECE >= bytes.length);
      }
    } catch (error) {
      if (error instanceof InputError || signal?.aborted) throw error;
      throw damaged(gzip, error);
    }
    if (!ended) throw damaged(gzip);
    return { kind: "file", bytes: joined(parts), name: file.replace(/\.(gz|gzip)$/i, "") };
  },
};
