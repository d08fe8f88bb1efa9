/**
 * A step of `npm run lint`: fails when a package is declared and not used, or used by the library and not declared.
 * `node scripts/packages/check-dependencies.mjs --list` says where each is used.
 */
import { dependencyFaults, dependencyUse } from "./dependency-use.mjs";

const uses = dependencyUse();
if (process.argv.includes("--list"))
  for (const [name, files] of [...uses].sort()) console.log(`${name}\n  ${[...files].sort().join("\n  ")}`);
const faults = dependencyFaults(uses);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
