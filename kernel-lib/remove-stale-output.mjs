/** Removes what the compiler once made of sources that are gone or moved: it would be published otherwise. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("dist/", import.meta.url));
const source = fileURLToPath(new URL("src/", import.meta.url));

for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  const compiled = /^(?!(?:notebook|program)[\\/])(.+?)(?:\.d\.ts|\.js)(?:\.map)?$/.exec(file);
  if (compiled !== null && !existsSync(join(source, `${compiled[1]}.ts`))) rmSync(join(dist, file));
}
