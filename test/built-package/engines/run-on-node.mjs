// node run-on-node.mjs BUNDLE CSV: prints the scores.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [bundle, csv] = process.argv.slice(2);
const { scoresOf } = await import(pathToFileURL(bundle).href);
process.stdout.write(await scoresOf(readFileSync(csv, "utf8")));
