import type { WhyFacts } from "../../../kernel-lib/src/words/catalogue.js";
import { type Examples } from "./examples.js";

const score = { deviations: 2.345, score: 0.41, threshold: 1 };

export const why: Examples<WhyFacts> = {
  incident: [{ rank: 3 }],
  missing: [{}],
  "known event": [{}],
  "not judged": [{}],
  "below threshold": [score, { ...score, deviations: NaN }],
  silenced: [
    { ...score, rule: "only_rises" },
    { ...score, rule: "only_falls" },
    { ...score, rule: "least_effect" },
    { ...score, rule: "least_share" },
    { ...score, rule: "least_length" },
  ],
  "beside incident": [score],
  "too short": [{}],
  "no features": [{}],
  "silenced by rule": [{}],
  votes: [
    { votes: 0, needed: 2 },
    { votes: 1, needed: 2 },
    { votes: 2, needed: 3 },
  ],
};
