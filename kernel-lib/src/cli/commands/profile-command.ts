import { holidaysOf } from "../../events/holidays.js";
import * as plots from "../../plots/index.js";
import type { Plot } from "../../plots/plot.js";
import type { Profile } from "../../profile/profile.js";
import { profile } from "../../profile/profile.js";
import { analysisCommand } from "./analysis-command.js";
import type { Subcommand } from "../subcommand.js";

/** Every plot of the register that draws a profile, the KPIs themselves first. */
const drawn: readonly Plot<Profile>[] = [
  plots.profilePage,
  ...Object.values(plots as unknown as Readonly<Record<string, Plot<Profile>>>).filter(
    (plot) => plot.input === "profile" && plot !== plots.profilePage,
  ),
];

/** `kpi-anomaly profile FILE`: what the file holds, in words before numbers. */
export function profileCommand(): Subcommand {
  return analysisCommand(
    {
      name: "profile",
      about: {
        en: "Describe a file: its time axis, and the spread, seasons, trend and oddities of each KPI.",
        de: "Beschreibt eine Datei: ihre Zeitachse und von jeder Kennzahl Streuung, Saison, Trend und Auffälliges.",
      },
    },
    async ({ table, config, options: { language } }) => {
      const holidays = config.holidays ? await holidaysOf(config.holidays, table) : [];
      const result = profile(table, config, holidays);
      return {
        json: result,
        sections: [
          {
            result,
            figures: drawn.map((plot) => plot.draw(result, { language })),
          },
        ],
      };
    },
  );
}
