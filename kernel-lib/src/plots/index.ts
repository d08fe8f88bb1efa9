/** THE REGISTER of plots. The name is the id used in notebooks, the panel and the documentation. */
export { agreement } from "./agreement.js";
export { detectorScores } from "./detector-scores.js";
export { timeline } from "./timeline.js";
