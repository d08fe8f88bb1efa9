import type { InputErrorJson } from "kpi-anomaly";
import { t } from "../../shared/translate.js";
import type { Problem } from "../../shared/protocol/index.js";

/** What the library says of an error in VS Code's language. */
type Say = (error: InputErrorJson) => Pick<Problem, "message" | "hint">;

/** An error as the page shows it: the library's own sentence and hint, or a plain apology for a fault of ours. */
export function problemOf(error: unknown, say: Say): Problem {
  if (isInputError(error)) {
    const { code, line } = error;
    return { code, ...say(error), ...(line === undefined ? {} : { line }) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "internal",
    message: t(
      {
        en: "The analysis stopped on a fault of ours: {0}",
        de: "Die Analyse endete durch einen Fehler unsererseits: {0}",
      },
      message,
    ),
    hint: t({
      en: "Run it again; if it comes back, report it with the file's first lines.",
      de: "Starten Sie erneut; tritt es wieder auf, melden Sie es mit den ersten Zeilen der Datei.",
    }),
  };
}

/** Known by its name: the library may have been loaded more than once. */
function isInputError(error: unknown): error is Error & InputErrorJson {
  return error instanceof Error && error.name === "InputError" && "code" in error && "hint" in error;
}

/** Whether the error only says that somebody cancelled. */
export function isAbort(error: unknown): boolean {
  return (error as { name?: unknown } | null)?.name === "AbortError";
}
