import { InputError } from "../../errors.js";
import type { Source } from "../../table.js";
import { refuseBinary } from "./binary-file.js";
import { kindsOfBytes } from "./byte-counts.js";
import { decoderOf } from "./decoders.js";
import { likeliestEncoding } from "./likeliest-encoding.js";

/** A file's text as UTF-8 without byte order mark or NUL bytes: what every later step reads. */
export interface DecodedText {
  readonly bytes: Uint8Array;
  readonly encoding: Source["encoding"];
  /** False when the bytes are not valid in any Unicode encoding, so that the encoding is a guess. */
  readonly valid: boolean;
  /** NUL bytes that were taken out. */
  readonly nulBytes: number;
  /** Bytes of the file as it came. */
  readonly size: number;
}

const LARGEST = 0x7fff_ffff;
const CHUNK = 1 << 20;

/**
 * Finds the encoding of a file and turns it into UTF-8. Valid UTF-8 is not copied: cost is one look at every byte.
 * Order of the guess: byte order mark, UTF-16 by its NUL bytes, UTF-8, then the likeliest of the encodings of one language.
 * `told`, an encoding by its usual name, is no guess.
 * @throws InputError `empty_file`, `not_text`, `file_too_large`
 */
export function decodeText(input: Uint8Array | string, told?: string): DecodedText {
  const raw = typeof input === "string" ? new TextEncoder().encode(input) : input;
  if (raw.length > LARGEST) throw new InputError("text_too_large", { bytes: raw.length, most: LARGEST });
  if (raw.length === 0) throw new InputError("no_bytes", {});
  if (told !== undefined && typeof input !== "string")
    return { ...withoutNuls(reencoded(raw, told), told, true), size: raw.length };
  const sixteen = utf16Order(raw);
  if (sixteen) return { ...withoutNuls(reencoded(raw, sixteen), sixteen, true), size: raw.length };
  refuseBinary(raw);
  const bytes = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw;
  const { high, nul } = kindsOfBytes(bytes);
  if (!high || isUtf8(bytes)) return { ...withoutNuls(bytes, "utf-8", true, nul), size: raw.length };
  const encoding = mostlyUtf8(bytes) ? "utf-8" : likeliestEncoding(bytes);
  return { ...withoutNuls(reencoded(bytes, encoding), encoding, false), size: raw.length };
}

/** UTF-16 by its byte order mark, or by NUL bytes that all stand at even or all at odd places. */
function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, 4096) & ~1;
  const nuls = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) nuls[i & 1]++;
  if (nuls[1] > length * 0.3 && nuls[0] <= length * 0.01) return "utf-16le";
  if (nuls[0] > length * 0.3 && nuls[1] <= length * 0.01) return "utf-16be";
  return null;
}

/** Decodes chunk by chunk, because one string of the whole file may be longer than a string can be. */
function reencoded(bytes: Uint8Array, encoding: string): Uint8Array {
  const decoder = decoderOf(encoding);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let total = 0;
  const add = (text: string): void => {
    const part = encoder.encode(text);
    parts.push(part);
    total += part.length;
  };
  // Node 20 takes Windows-1252 for Latin-1 unless more is said to come.
  for (let start = 0; start < bytes.length; start += CHUNK)
    add(decoder.decode(bytes.subarray(start, start + CHUNK), { stream: true }));
  add(decoder.decode());
  const joined = new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      decoder.decode(bytes.subarray(start, start + CHUNK), { stream: start + CHUNK < bytes.length });
    }
    return true;
  } catch {
    return false;
  }
}

/** Whether invalid bytes are rare among those that only make sense as UTF-8: a damaged file rather than another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes.subarray(0, CHUNK));
  let bad = 0;
  let good = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad++;
    else if (unit > 127) good++;
  }
  return good > 9 * bad;
}

function withoutNuls(
  bytes: Uint8Array,
  encoding: Source["encoding"],
  valid: boolean,
  some = true,
): Omit<DecodedText, "size"> {
  // Decoding UTF-16 keeps no byte order mark, and byte 26 at the end is how DOS marked the end of a text file.
  const text = bytes[bytes.length - 1] === 26 ? bytes.subarray(0, -1) : bytes;
  if (!some || text.indexOf(0) < 0) return { bytes: text, encoding, valid, nulBytes: 0 };
  const kept = text.filter((byte) => byte !== 0);
  return { bytes: kept, encoding, valid, nulBytes: text.length - kept.length };
}
