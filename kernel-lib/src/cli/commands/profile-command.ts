import type { Command } from "commander";
import { autocorrelation } from "../../plots/autocorrelation.js";
import { distribution } from "../../plots/distribution.js";
import { profilePage } from "../../plots/profile-page.js";
import { season } from "../../plots/season.js";
import { profile } from "../../profile/profile.js";
import { analysisCommand } from "./analysis-command.js";

/** `kpi-anomaly profile FILE`: what the file holds, in words before numbers. */
export function profileCommand(): Command {
  return analysisCommand(
    "profile",
    "Describe a file: time axis, spread, seasons, trend, oddities of each KPI.",
    async ({ table, config, options: { language } }) => {
      const result = profile(table, config);
      return {
        json: result,
        sections: [
          {
            result,
            figures: [profilePage, distribution, season, autocorrelation].map((plot) =>
              plot.draw(result, { language }),
            ),
          },
        ],
      };
    },
  );
}
