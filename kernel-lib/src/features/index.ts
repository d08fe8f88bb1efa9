import { calendar } from "./calendar.js";
import { change } from "./change.js";
import type { Feature } from "./feature.js";
import { lags } from "./lags.js";
import { rolling } from "./rolling.js";
import { value } from "./value.js";

/** THE REGISTER of features. The key is the id used in configuration, documentation and tests. */
export const features: Readonly<Record<string, Feature>> = {
  value,
  lags,
  rolling,
  change,
  calendar,
};
