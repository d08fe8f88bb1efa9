/** One output in several forms by MIME type; a notebook shows the richest it can. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** The method Jupyter kernels for JavaScript look for on a cell's value (Deno's kernel and ours). */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");

/** Node's `util.inspect.custom`, by its registered name so that nothing of Node is imported. */
const inspectCustom = Symbol.for("nodejs.util.inspect.custom");

type Show = (bundle: MimeBundle) => boolean;

let show: Show = () => false;

/** Says where a value that is merely printed (stock tslab prints a cell's last value) can show its rich form. */
export function displayThrough(writer: Show): void {
  show = writer;
}

/**
 * Lets a plain record display itself as the last expression of a notebook cell. The two methods are hidden symbols: the
 * record still compares, clones and turns into JSON as if they were not there.
 *
 * @param bundle makes the forms when they are asked for; must hold `text/plain`.
 *
 * @example
 * const shown = withDisplay({ answer: 42 }, () => ({ "text/plain": "42" }));
 */
export function withDisplay<Value extends object>(value: Value, bundle: () => MimeBundle): Value {
  const inspect = (depth: number, options: { depth?: number | null }): string => {
    const outermost = depth === (options.depth ?? depth);
    const forms = bundle();
    return outermost && show(forms) ? "" : String(forms["text/plain"]);
  };
  Object.defineProperty(value, jupyterDisplay, { value: bundle, configurable: true });
  Object.defineProperty(value, inspectCustom, { value: inspect, configurable: true });
  return value;
}

/** The forms of a value made with `withDisplay`; undefined for any other. */
export function attachedDisplay(value: unknown): MimeBundle | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const method: unknown = (value as Record<symbol, unknown>)[jupyterDisplay];
  return typeof method === "function" ? (method as () => MimeBundle)() : undefined;
}
