import { t } from "../../shared/translate.js";

/** The views in the order of their tabs, each with the name on its tab. What draws them stands in `page.tsx`. */
export const viewTitles = {
  overview: () => t("Overview"),
  timeline: () => t("Timeline"),
  compare: () => t("Compare"),
  stability: () => t("Stability"),
  data: () => t("Data"),
} as const;

export type ViewName = keyof typeof viewTitles;

export const viewNames: readonly ViewName[] = Object.keys(viewTitles) as ViewName[];
