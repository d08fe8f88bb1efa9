import type { Writer } from "../writer.js";

export const incidents = (count: number, write: Writer): string =>
  count === 0 ? "Keine Vorfälle" : write.counted(count, "Vorfall", "Vorfälle");
