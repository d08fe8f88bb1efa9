import { dateNames } from "../../../shared/words.js";
import type { PlotlyLibrary } from "./plotly.js";

let known = "";

/** The display language as Plotly is told it: names of months and days from Intl, so that axes say what tables say. */
export function plotlyLocale(plotly: PlotlyLibrary): string {
  const { locale, ...names } = dateNames();
  const name = locale.toLowerCase();
  if (known !== name) plotly.register({ moduleType: "locale", name, dictionary: {}, format: { ...names } } as never);
  known = name;
  return name;
}
