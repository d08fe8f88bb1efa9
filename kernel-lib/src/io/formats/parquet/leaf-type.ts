import type { ParquetParsers, SchemaTree } from "hyparquet";

/** What the cells of a Parquet column are. */
export type LeafType =
  | { readonly kind: "number" /** Numbers of 32 bits with a fraction. */; readonly single: boolean }
  | { readonly kind: "time"; readonly zone: "instant" | "naive"; readonly day: boolean }
  /** Times of day, in parts of a second. */
  | { readonly kind: "clock"; readonly perSecond: number }
  | { readonly kind: "any" };

/** Times as milliseconds, not as objects. */
export const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: Number,
  timestampFromMicroseconds: (micros: bigint): number => Math.floor(Number(micros) / 1e3),
  timestampFromNanoseconds: (nanos: bigint): number => Math.floor(Number(nanos / 1000n) / 1e3),
  dateFromDays: (days: number): number => days * 86_400_000,
};

/** What the cells of a column are. */
export function leafType({ element, children }: SchemaTree): LeafType {
  if (children.length > 0 || element.repetition_type === "REPEATED") return { kind: "any" };
  const { type, converted_type: converted, logical_type: logical } = element;
  if (type === "INT96") return { kind: "time", zone: "naive", day: false };
  if (converted === "DATE" || logical?.type === "DATE") return { kind: "time", zone: "naive", day: true };
  if (logical?.type === "TIMESTAMP")
    return { kind: "time", zone: logical.isAdjustedToUTC ? "instant" : "naive", day: false };
  if (converted === "TIMESTAMP_MILLIS" || converted === "TIMESTAMP_MICROS")
    return { kind: "time", zone: "instant", day: false };
  if (converted === "TIME_MILLIS") return { kind: "clock", perSecond: 1e3 };
  if (converted === "TIME_MICROS") return { kind: "clock", perSecond: 1e6 };
  if (logical?.type === "TIME")
    return { kind: "clock", perSecond: logical.unit === "MILLIS" ? 1e3 : logical.unit === "MICROS" ? 1e6 : 1e9 };
  if (type === "FLOAT") return { kind: "number", single: true };
  const numeric = type === "INT32" || type === "INT64" || type === "DOUBLE" || converted === "DECIMAL";
  return numeric ? { kind: "number", single: false } : { kind: "any" };
}
