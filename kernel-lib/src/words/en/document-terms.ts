import type { Writer } from "../writer.js";

export const incidents = (count: number, write: Writer): string =>
  count === 0 ? "No incidents" : write.counted(count, "incident", "incidents");
