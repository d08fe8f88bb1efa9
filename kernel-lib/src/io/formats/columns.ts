import type { Source } from "../../table.js";
import { formats as register } from "./formats.js";

const typed: ReadonlySet<string> = new Set(register.flatMap((format) => (format.typed ? [format.name] : [])));

/** Whether a table came from columns with types, so that its text is one that we wrote. */
export function isOfColumns({ formats }: Pick<Source, "formats">): boolean {
  return formats?.some((format) => typed.has(format)) ?? false;
}
