const kinds = ["Float64Array", "Uint32Array", "Uint8Array", "Int32Array"] as const;

/** A message as JSON that keeps typed arrays, as the channel of VS Code's webviews does; a number that is none arrives as null there. */
export function packed(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return {
      $array: kinds.find((kind) => kind === value.constructor.name),
      bytes: Buffer.from(bytes).toString("base64"),
    };
  }
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, packed(part)]));
  return value;
}

/** The other way round, as a script for the page. */
export const unpackInPage = `function unpacked(value) {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== "object" || value === null) return value;
  if ("$array" in value)
    return new globalThis[value.$array](Uint8Array.from(atob(value.bytes), (letter) => letter.charCodeAt(0)).buffer);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unpacked(part)]));
}`;
