import type { Report } from "../report.js";

/** ISO 8601 of a point's time: naive stamps without Z, instants with Z; empty when the file has no dates or it is unreadable. */
export function timestamp(time: number, date: Report["date"]): string {
  if (date === null || Number.isNaN(time)) return "";
  const iso = new Date(time).toISOString().replace(/\.000Z$/, "Z");
  return date.zone === "instant" ? iso : iso.slice(0, -1);
}
