import type { Catalogue } from "../catalogue.js";
import { features, relation, shared } from "./about-incidents.js";
import { assumptions } from "./assumptions.js";
import { diff } from "./diff.js";
import { labels, phrases } from "./documents.js";
import { errors } from "./errors/index.js";
import { evaluations } from "./evaluations.js";
import { incidents } from "./incidents.js";
import { plots } from "./plots.js";
import { inspection } from "./inspection.js";
import { alerts, profile } from "./profile.js";
import { skips } from "./skips.js";
import { warnings } from "./warnings.js";
import { why, whyAt } from "./why.js";

/** All that the library says in German. */
export const catalogue: Catalogue = {
  errors,
  warnings,
  assumptions,
  skips,
  incidents,
  relation,
  features,
  shared,
  why,
  whyAt,
  diff,
  alerts,
  profile,
  evaluations,
  labels,
  phrases,
  inspection,
  plots,
};
