import type { MomentScale } from "../../../kernel-lib/src/words/moments.js";

/** Facts for every sentence of a subject, by its key: one that is missing does not compile. */
export type Examples<Facts> = { readonly [Key in keyof Facts]: readonly [Facts[Key], ...Facts[Key][]] };

export const DAY = 86_400_000;
export const moment = Date.UTC(2025, 6, 1, 14);
export const day = Date.UTC(2025, 6, 1);
export const ways = [
  { how: "sum", columns: ["sales", "orders"] },
  { how: "mean", columns: ["rating"] },
] as const;
export const revenue = { kpi: "revenue", series: "" };
export const berlin = { kpi: "revenue", series: "Berlin" };
export const daily: MomentScale = { dated: true, unit: "day", year: true };
export const hourly: MomentScale = { dated: true, unit: "minute", year: false };
