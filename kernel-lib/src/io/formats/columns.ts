import type { Source } from "../../table.js";

/** Formats whose cells have types, so that nothing of a dialect is found or told. */
const OF_COLUMNS: ReadonlySet<string> = new Set(["parquet", "sqlite", "json"]);

/** Whether a table came from columns with types, so that its text is one that we wrote. */
export function isOfColumns({ formats }: Pick<Source, "formats">): boolean {
  return formats?.some((format) => OF_COLUMNS.has(format)) ?? false;
}
