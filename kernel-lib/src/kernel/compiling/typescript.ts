// An `import` would copy TypeScript's thousands of exports, a quarter of a second each time.
// eslint-disable-next-line @typescript-eslint/no-require-imports
import typescript = require("@tslab/typescript-for-tslab");

/** The TypeScript that tslab brings. */
export { typescript };
