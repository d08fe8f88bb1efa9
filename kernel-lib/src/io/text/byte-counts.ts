import { PIECE, recordKernels } from "../../numeric/wasm/record-kernels.js";

const LINE_FEED = 10;
const RETURN = 13;

/** Line ends of any kind from a position on. */
export function countLineEnds(text: Uint8Array, position: number): number {
  const kernels = recordKernels(text.length - position);
  let count = 0;
  if (kernels) {
    eachPiece(text, position, kernels.piece, (length, at) => {
      count += kernels.lineEnds(length, at > position ? text[at - 1] : 0);
    });
    return count;
  }
  for (let p = text.indexOf(LINE_FEED, position); p >= 0; p = text.indexOf(LINE_FEED, p + 1)) count++;
  for (let p = text.indexOf(RETURN, position); p >= 0; p = text.indexOf(RETURN, p + 1))
    if (text[p + 1] !== LINE_FEED) count++;
  return count;
}

/** Whether a text has bytes above 127, and NUL bytes. One look at every byte. */
export function kindsOfBytes(text: Uint8Array): { readonly high: boolean; readonly nul: boolean } {
  const kernels = recordKernels(text.length);
  if (kernels) {
    let kinds = 0;
    eachPiece(text, 0, kernels.piece, (length) => (kinds |= kernels.kindsOfBytes(length)));
    return { high: (kinds & 1) !== 0, nul: (kinds & 2) !== 0 };
  }
  return { high: text.some((byte) => byte > 127), nul: text.includes(0) };
}

function eachPiece(
  text: Uint8Array,
  position: number,
  piece: Uint8Array,
  work: (length: number, at: number) => void,
): void {
  for (let at = position; at < text.length; at += PIECE) {
    const part = text.subarray(at, at + PIECE);
    piece.set(part);
    work(part.length, at);
  }
}
