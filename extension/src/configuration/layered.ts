/** A part of a configuration. */
export type Layer = Readonly<Record<string, unknown>>;

const isLayer = (value: unknown): value is Layer =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One configuration laid over another: objects are merged, everything else replaced. */
export function layered(below: Layer, above: Layer): Layer {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isLayer(under) && isLayer(value) ? layered(under, value) : value;
  }
  return merged;
}

/** `{ "columns.date": "time" }` as `{ columns: { date: "time" } }`. */
export function nested(paths: Layer): Layer {
  return Object.entries(paths).reduce<Layer>((config, [path, value]) => {
    const wrapped = path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
    return layered(config, wrapped as Layer);
  }, {});
}
