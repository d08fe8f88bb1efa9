import { t } from "../../shared/translate.js";
import type { Problem } from "../../shared/protocol/index.js";

/** An error as the page shows it: the library's own sentence and hint, or a plain apology for a fault of ours. */
export function problemOf(error: unknown): Problem {
  const shape = error as { name?: unknown; code?: unknown; message?: unknown; hint?: unknown; line?: unknown } | null;
  if (shape?.name === "InputError" && typeof shape.message === "string" && typeof shape.hint === "string") {
    const { code, message, hint, line } = shape;
    return { code: code as Problem["code"], message, hint, ...(typeof line === "number" ? { line } : {}) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "internal",
    message: t("The analysis stopped on a fault of ours: {0}", message),
    hint: t("Run it again; if it comes back, report it with the file's first lines."),
  };
}

/** Whether the error only says that somebody cancelled. */
export function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === "AbortError";
}
