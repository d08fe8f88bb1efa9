import { PIECE, recordKernels } from "../../numeric/wasm/record-kernels.js";

/** A file that is read piece by piece. */
export interface FilePieces {
  /** Bytes of the file. */
  readonly size: number;
  /** Fills the target with the bytes from a place on; says how many there are, fewer than it has room for at the end only. */
  read(target: Uint8Array, position: number): number;
}

/** The same with all bytes, for what asks for the records later. */
export interface LargeFile extends FilePieces {
  whole(): Uint8Array;
}

/** A text too large to lie in memory as a whole: its pages cost more than reading it twice. */
export interface TextPieces extends FilePieces {
  /** Its first bytes, without a mark of the byte order. */
  readonly head: Uint8Array;
  /** Byte of the file at which it begins. */
  readonly begin: number;
  /** Lines from its first byte on, each with an end. */
  readonly lines: number;
}

/** Bytes of which the layout is found. */
const HEAD = 1 << 20;

/**
 * One look at every byte of a file: its first ones and how many lines it has. Null for one that is no UTF-8 or has NUL bytes, and
 * where there is no WebAssembly: it is read as a whole.
 */
export function textPieces(file: FilePieces, signal?: AbortSignal): TextPieces | null {
  const kernels = recordKernels(file.size);
  if (kernels === null) return null;
  const first = new Uint8Array(Math.min(HEAD, file.size));
  if (file.read(first, 0) < first.length) return null;
  const begin = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let ends = 0;
  let before = 0;
  let some = false;
  for (let at = 0, count = 0; at < file.size; at += PIECE, count++) {
    if (count % 1024 === 0) signal?.throwIfAborted();
    const length = file.read(kernels.piece, at);
    if (length < Math.min(PIECE, file.size - at)) return null;
    const kinds = kernels.kindsOfBytes(length);
    if ((kinds & 2) !== 0) return null;
    some ||= (kinds & 1) !== 0;
    if (some && !isUtf8(decoder, kernels.piece.subarray(0, length), at + length < file.size)) return null;
    ends += kernels.lineEnds(length, before);
    before = kernels.piece[length - 1];
  }
  return {
    ...file,
    read: file.read.bind(file),
    head: first.subarray(begin),
    begin,
    lines: ends + (isLineEnd(before) ? 0 : 1),
  };
}

function isLineEnd(byte: number): boolean {
  return byte === 10 || byte === 13;
}

function isUtf8(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
