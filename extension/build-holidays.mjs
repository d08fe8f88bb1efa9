/** The calendar of holidays, which the library loads only when it is asked for: a file of its own beside the bundles. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const licence = "date-holidays (https://github.com/commenthol/date-holidays), ISC; its data: CC BY 3.0.";

/** @param {string} outfile */
export async function buildHolidays(outfile) {
  await build({
    bundle: true,
    minify: true,
    logLevel: "warning",
    platform: "node",
    format: "cjs",
    target: "node20",
    stdin: {
      contents: 'const loaded = require("date-holidays"); module.exports = loaded.default ?? loaded;',
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    outfile,
    banner: { js: `/*! ${licence} */` },
  });
}

/**
 * Lets a bundle find it.
 * @param {string} place of the file, from the bundle
 * @returns {import("esbuild").Plugin}
 */
export function holidaysBeside(place) {
  return {
    name: "holidays",
    setup({ onResolve }) {
      onResolve({ filter: /^date-holidays$/ }, () => ({ path: place, external: true }));
    },
  };
}
