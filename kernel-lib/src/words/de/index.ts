import type { Catalogue } from "../catalogue.js";
import { features, relation, shared } from "./about-incidents.js";
import { assumptions } from "./assumptions.js";
import { diff } from "./diff.js";
import { labels, phrases } from "./documents.js";
import { errors } from "./errors/index.js";
import { evaluations } from "./evaluations.js";
import { fixes } from "./fixes.js";
import { help } from "./help.js";
import { incidents } from "./incidents.js";
import { plots } from "./plots.js";
import { inspection } from "./inspection.js";
import { calendar, insights } from "./insights.js";
import { cadence, name, period } from "./names.js";
import { alerts, profile } from "./profile.js";
import { progress } from "./progress.js";
import { skips } from "./skips.js";
import { warnings } from "./warnings.js";
import { why, whyAt } from "./why.js";

/** All that the library says in German. */
export const catalogue: Catalogue = {
  name,
  period,
  cadence,
  errors,
  warnings,
  assumptions,
  skips,
  progress,
  incidents,
  relation,
  features,
  shared,
  why,
  whyAt,
  diff,
  fixes,
  alerts,
  profile,
  insights,
  calendar,
  evaluations,
  labels,
  phrases,
  inspection,
  plots,
  help,
};
