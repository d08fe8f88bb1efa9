import type { Catalogue } from "../catalogue.js";
import { sentencesIn } from "../sentences/index.js";
import { features, relation, shared } from "./about-incidents.js";
import { diff } from "./diff.js";
import { evaluations } from "./evaluations.js";
import { help } from "./help.js";
import { incidents } from "./incidents.js";
import { inspection } from "./inspection.js";
import { calendar } from "./calendar.js";
import { cadence, name, period } from "./names.js";

/** All that the library says in English. */
export const catalogue: Catalogue = {
  ...sentencesIn("en"),
  name,
  period,
  cadence,
  incidents,
  relation,
  features,
  shared,
  diff,
  calendar,
  evaluations,
  inspection,
  help,
};
