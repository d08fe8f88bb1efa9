/** Pieces without a byte in a row after which a stream makes no headway: the decoder then repeats an error that it does not tell. */
const MOST_EMPTY = 64;
/** Bytes that are handed to the decoder at a time. */
const PIECE = 1 << 15;

/** Unpacks Zstandard (RFC 8878). Loaded where such a file comes. */
export interface ZstandardDecoder {
  /** The pieces of a whole file, in order; each is one's own. @throws Error where it is damaged or ends early */
  pieces(packed: Uint8Array, signal?: AbortSignal): Generator<Uint8Array>;
  /** A frame of known length. @throws Error where it is damaged */
  frame(packed: Uint8Array, length: number): Uint8Array;
}

/** The reference decoder, compiled to WebAssembly: it comes to an end on whatever is damaged. */
export async function zstandardDecoder(): Promise<ZstandardDecoder> {
  const { ZSTDDecoder } = await import("zstddec/stream");
  const decoder = new ZSTDDecoder();
  await decoder.init();
  return {
    *pieces(packed, signal) {
      let empty = 0;
      for (const piece of decoder.decodeStreaming(inPieces(packed, signal))) {
        empty = piece.length === 0 ? empty + 1 : 0;
        if (empty > MOST_EMPTY) throw new Error("damaged");
        yield piece;
      }
    },
    frame(packed, length) {
      const unpacked = decoder.decode(packed, length);
      if (unpacked.length !== length) throw new Error("damaged");
      return unpacked;
    },
  };
}

function* inPieces(packed: Uint8Array, signal?: AbortSignal): Generator<Uint8Array> {
  for (let start = 0; start < packed.length; start += PIECE) {
    signal?.throwIfAborted();
    yield packed.subarray(start, start + PIECE);
  }
}
