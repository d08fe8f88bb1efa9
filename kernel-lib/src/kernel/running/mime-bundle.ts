import { inspect } from "node:util";
import { displayOf } from "../../words/display.js";
import type { MimeBundle } from "../notebook-engine.js";

/** The method by which a value shows itself in Jupyter kernels for JavaScript (https://docs.deno.com/runtime/reference/cli/jupyter/). */
const display = Symbol.for("Jupyter.display");

/** The forms in which a value is shown: those it offers itself, else text as Node's console prints it. */
export async function mimeBundle(value: unknown): Promise<MimeBundle> {
  const method: unknown =
    value !== null && (typeof value === "object" || typeof value === "function")
      ? (value as Record<symbol, unknown>)[display]
      : undefined;
  const offered: unknown = typeof method === "function" ? await method.call(value) : displayOf(value);
  if (typeof offered !== "object" || offered === null) return { "text/plain": plainText(value) };
  const bundle: Record<string, unknown> = {};
  for (const [type, form] of Object.entries(offered))
    bundle[type] = form instanceof Uint8Array ? Buffer.from(form).toString("base64") : form;
  return "text/plain" in bundle ? bundle : { ...bundle, "text/plain": plainText(value) };
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : inspect(value);
}
