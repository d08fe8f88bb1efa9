import { fileURLToPath } from "node:url";

/** The folder of large real files that lies beside a checkout on some machines and is no part of this repository. */
const sharedFolder: string = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** Where a file of that folder is, from its path in there: `readFileSync(sharedFile("data/vega/stocks.csv"))`. */
export function sharedFile(path: string): string {
  return sharedFolder + path;
}
