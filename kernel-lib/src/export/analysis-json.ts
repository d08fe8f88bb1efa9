/** Any result as indented JSON: typed arrays as lists, numbers that are not finite as null. */
export function analysisJson(result: unknown): string {
  return `${JSON.stringify(result, (_key, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : typeof value === "number" && !Number.isFinite(value) ? null : value), 2)}\n`;
}
