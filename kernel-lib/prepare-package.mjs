/**
 * Before `npm pack` and `npm publish`: copies what the package shares with the repository into its folder. With `--tidy`,
 * after them: removes the copies.
 */
import { cpSync, rmSync } from "node:fs";

const tidy = process.argv.includes("--tidy");
for (const shared of ["LICENSE", "configs"]) {
  const copy = new URL(shared, import.meta.url);
  if (tidy) rmSync(copy, { recursive: true, force: true });
  else cpSync(new URL(`../${shared}`, import.meta.url), copy, { recursive: true });
}
