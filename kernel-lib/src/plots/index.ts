/** THE REGISTER of plots. The name is the id used in notebooks, the panel and the documentation. */
export { agreement } from "./agreement.js";
export { autocorrelation } from "./autocorrelation.js";
export { decomposition } from "./decomposition.js";
export { detectorScores } from "./detector-scores.js";
export { distribution } from "./distribution.js";
export { featureColumns } from "./feature-columns.js";
export { profilePage } from "./profile-page.js";
export { season } from "./season.js";
export { stabilityStrip } from "./stability-strip.js";
export { timeline } from "./timeline.js";
