import { Inflate } from "fflate";
import { damaged, refuseBomb, type Format } from "../format.js";

/** How archives are called, also where a workbook is one. */
export const zipArchive: Pick<Format, "name" | "called"> = {
  name: "zip",
  called: { en: "a ZIP archive", de: "ein ZIP-Archiv" },
};

/** A file in a ZIP archive. */
export interface ZipEntry {
  readonly name: string;
  /** 0: as it is, 8: deflated. */
  readonly method: number;
  readonly packed: number;
  /** Byte of its local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Longest remark at the end of an archive. */
const REMARK = 0xffff;
/** Bytes unpacked at a time. */
const PIECE = 1 << 15;

/** Whether bytes begin as a ZIP archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The files of an archive, from the directory at its end. @throws InputError `bad_data` */
export function zipEntries(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end >= bytes.length - 22 - REMARK && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) throw damaged(zipArchive);
  const count = view.getUint16(end + 10, true);
  let p = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (p + 46 > bytes.length || view.getUint32(p, true) !== CENTRAL) throw damaged(zipArchive);
    const length = view.getUint16(p + 28, true);
    const name = decoder.decode(bytes.subarray(p + 46, p + 46 + length)).replaceAll("\\", "/");
    entries.set(name, {
      name,
      method: view.getUint16(p + 10, true),
      packed: view.getUint32(p + 20, true),
      offset: view.getUint32(p + 42, true),
    });
    p += 46 + length + view.getUint16(p + 30, true) + view.getUint16(p + 32, true);
  }
  return entries;
}

/**
 * Unpacks a file piece by piece, until `take` says false.
 * @throws InputError `bad_data`, `file_too_large`
 */
export function unzip(bytes: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array) => boolean | void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed, method } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(zipArchive);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) {
    take(data);
    return;
  }
  if (method !== 8) throw damaged(zipArchive, "packing");
  let length = 0;
  let wanted = true;
  const stream = new Inflate((piece) => {
    length += piece.length;
    refuseBomb(length, packed);
    if (wanted && piece.length > 0) wanted = take(piece) !== false;
  });
  for (let p = 0; wanted && p < data.length; p += PIECE)
    stream.push(data.subarray(p, p + PIECE), p + PIECE >= data.length);
}
