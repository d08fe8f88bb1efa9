import type { SchemaElement, SchemaTree } from "hyparquet";

/**
 * Reads numbers that lie one behind the other.
 *
 * @throws Error where the bytes end before them
 */
export type ReadNumbers = (bytes: Uint8Array, at: number, count: number, out: Float64Array, first: number) => void;

/** How the values of a column that is neither a list nor a structure lie in its pages. */
export type FlatType = { readonly nullable: boolean } & (
  | {
      readonly kind: "numbers" /** Bytes of a number. */;
      readonly width: 4 | 8 /** Whether they are written as whole numbers. */;
      readonly isWhole: boolean;
      readonly read: ReadNumbers;
    }
  | { readonly kind: "texts" }
  | { readonly kind: "booleans" }
);

const DAY = 86_400_000;
/** Bit 32. */
const HIGH = 4_294_967_296;
/** Powers of ten up to this one are exact. */
const MOST_SCALE = 22;

/**
 * What the pages of a column hold, null for what is left to hyparquet: lists, structures, INT96, values of fixed length, JSON.
 *
 * Source: Apache Parquet, "Types" and "Logical Types"
 * (https://parquet.apache.org/docs/file-format/types/, https://github.com/apache/parquet-format/blob/master/LogicalTypes.md).
 */
export function flatType({ element, children }: SchemaTree): FlatType | null {
  const { repetition_type: repetition } = element;
  if (children.length > 0 || (repetition !== "REQUIRED" && repetition !== "OPTIONAL")) return null;
  const nullable = repetition === "OPTIONAL";
  const { type, converted_type: converted, logical_type: logical } = element;
  if (type === "BOOLEAN") return converted || logical ? null : { nullable, kind: "booleans" };
  if (type === "BYTE_ARRAY") {
    const texts =
      (!converted || converted === "UTF8" || converted === "ENUM") &&
      (!logical || logical.type === "STRING" || logical.type === "ENUM");
    return texts ? { nullable, kind: "texts" } : null;
  }
  const read = readerOf(element);
  const isWhole = type === "INT32" || type === "INT64";
  return read && { nullable, kind: "numbers", width: type === "INT32" || type === "FLOAT" ? 4 : 8, isWhole, read };
}

function readerOf(element: SchemaElement): ReadNumbers | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (type === "FLOAT") return converted || logical ? null : floats;
  if (type === "DOUBLE") return converted || logical ? null : doubles;
  if (type !== "INT32" && type !== "INT64") return null;
  const whole = type === "INT32" ? int32 : int64;
  if (converted === "DECIMAL") {
    const scale = element.scale ?? 0;
    return scale >= 0 && scale <= MOST_SCALE ? changed(whole, { divisor: Number(`1e${scale}`) }) : null;
  }
  if (type === "INT32") {
    if (converted === "DATE") return changed(int32, { factor: DAY });
    if (converted === "UINT_32" || (!converted && isUnsigned(element, 32))) return changed(int32, { modulus: HIGH });
    return isWhole(element, ["INT_8", "INT_16", "INT_32", "UINT_8", "UINT_16", "TIME_MILLIS"]) ? int32 : null;
  }
  if (converted === "TIMESTAMP_MILLIS") return int64;
  if (converted === "TIMESTAMP_MICROS") return changed(int64, { floor: 1e3 });
  if (converted === "UINT_64" || (!converted && isUnsigned(element, 64))) return unsigned64;
  if (!converted && logical?.type === "TIMESTAMP")
    return logical.unit === "MILLIS" ? int64 : logical.unit === "MICROS" ? changed(int64, { floor: 1e3 }) : nanoseconds;
  return isWhole(element, ["INT_64", "TIME_MICROS"]) ? int64 : null;
}

function isUnsigned({ logical_type: logical }: SchemaElement, bits: number): boolean {
  return logical?.type === "INTEGER" && logical.bitWidth === bits && !logical.isSigned;
}

/** Whether numbers stand for themselves. */
function isWhole({ converted_type, logical_type: logical }: SchemaElement, known: readonly string[]): boolean {
  if (converted_type && !known.includes(converted_type)) return false;
  if (!logical || logical.type === "TIME") return true;
  return logical.type === "INTEGER" && (logical.isSigned || logical.bitWidth < 32);
}

/** Those bytes where a typed array may begin. Of a Buffer of Node a part would not be a copy. */
function part(bytes: Uint8Array, at: number, length: number): Uint8Array<ArrayBufferLike> {
  if (at + length > bytes.length) throw new Error("values are cut off");
  const found = bytes.subarray(at, at + length);
  return found.byteOffset % 8 === 0 ? found : new Uint8Array(found);
}

function int32(bytes: Uint8Array, at: number, count: number, out: Float64Array, first: number): void {
  const { buffer, byteOffset } = part(bytes, at, count * 4);
  out.set(new Int32Array(buffer, byteOffset, count), first);
}

function doubles(bytes: Uint8Array, at: number, count: number, out: Float64Array, first: number): void {
  const { buffer, byteOffset } = part(bytes, at, count * 8);
  out.set(new Float64Array(buffer, byteOffset, count), first);
}

function floats(bytes: Uint8Array, at: number, count: number, out: Float64Array, first: number): void {
  const { buffer, byteOffset } = part(bytes, at, count * 4);
  const singles = new Float32Array(buffer, byteOffset, count);
  for (let i = 0; i < count; i++) out[first + i] = shortest(singles[i]);
}

/** Rounded once, as `Number` of a `BigInt` is. */
function int64(bytes: Uint8Array, at: number, count: number, out: Float64Array, first: number): void {
  const { buffer, byteOffset } = part(bytes, at, count * 8);
  const halves = new Int32Array(buffer, byteOffset, count * 2);
  for (let i = 0; i < count; i++) out[first + i] = halves[2 * i + 1] * HIGH + (halves[2 * i] >>> 0);
}

function unsigned64(bytes: Uint8Array, at: number, count: number, out: Float64Array, first: number): void {
  const { buffer, byteOffset } = part(bytes, at, count * 8);
  const halves = new Uint32Array(buffer, byteOffset, count * 2);
  for (let i = 0; i < count; i++) out[first + i] = halves[2 * i + 1] * HIGH + halves[2 * i];
}

/** Milliseconds: first whole microseconds, towards zero, as numbers of 64 bits are divided. */
function nanoseconds(bytes: Uint8Array, at: number, count: number, out: Float64Array, first: number): void {
  const { buffer, byteOffset } = part(bytes, at, count * 8);
  const halves = new Int32Array(buffer, byteOffset, count * 2);
  for (let i = 0; i < count; i++) {
    const high = halves[2 * i + 1];
    const thousands = Math.floor(high / 1000);
    const rest = (high - thousands * 1000) * HIGH + (halves[2 * i] >>> 0);
    const below = Math.floor(rest / 1000);
    const towardsZero = high < 0 && below * 1000 !== rest ? 1 : 0;
    out[first + i] = Math.floor((thousands * HIGH + (below + towardsZero)) / 1e3);
  }
}

type Change = { factor: number } | { divisor: number } | { modulus: number } | { floor: number };

/** Numbers that stand for others. */
function changed(read: ReadNumbers, change: Change): ReadNumbers {
  return (bytes, at, count, out, first) => {
    read(bytes, at, count, out, first);
    const end = first + count;
    if ("factor" in change) for (let i = first; i < end; i++) out[i] *= change.factor;
    else if ("divisor" in change) for (let i = first; i < end; i++) out[i] /= change.divisor;
    else if ("floor" in change) for (let i = first; i < end; i++) out[i] = Math.floor(out[i] / change.floor);
    else for (let i = first; i < end; i++) if (out[i] < 0) out[i] += change.modulus;
  };
}

/** A number of 32 bits with no more digits than it has: .1 and not .10000000149. */
export function shortest(value: number): number {
  if (!Number.isFinite(value) || Math.trunc(value) === value) return value;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
