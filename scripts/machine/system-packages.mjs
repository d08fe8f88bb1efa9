import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromiumPath } from "../../test/vscode-host/chromium.mjs";

/** Programs outside npm that the tests use, how to see that one is there, and the Debian package that brings it. */
const needed = [
  { debian: "chromium", what: "Chromium", isThere: () => chromiumPath() !== undefined },
  {
    debian: "fonts-dejavu-core",
    what: "a font",
    isThere: () =>
      process.platform !== "linux" || ["truetype", "opentype"].some((kind) => existsSync(`/usr/share/fonts/${kind}`)),
  },
  { debian: "jupyter-nbconvert", what: "Jupyter's nbconvert", isThere: () => inPath("jupyter-nbconvert") },
];

/** Installs the system packages the tests need where that is allowed; otherwise ends with the command to type. */
export function ensureSystemPackages() {
  const missing = needed.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...packages];
  const asRoot = inPath("apt-get") ? rootPrefix() : undefined;
  if (asRoot === undefined) {
    const where = inPath("apt-get") ? "" : " (this is the command on Debian and Ubuntu)";
    console.error(
      `The tests need ${missing.map(({ what }) => what).join(", ")}. Please install and try again${where}:\n\n    sudo apt-get update && sudo ${install.join(" ")}\n`,
    );
    process.exit(1);
  }
  console.log(`Installing system packages (about a minute): ${packages.join(", ")} ...`);
  run([...asRoot, "apt-get", "update", "-qq"]);
  run([...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", ...install, "-qq"]);
}

/** What to put before a command to run it as root: nothing, `sudo`, or undefined when that would ask for a password. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return inPath("sudo") && spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0
    ? ["sudo", "-n"]
    : undefined;
}

/** @param {string[]} command */
function run([program, ...parameters]) {
  const { status } = spawnSync(program, parameters, { stdio: ["ignore", "ignore", "inherit"] });
  if (status === 0) return;
  console.error(`This command failed:\n\n    ${[program, ...parameters].join(" ")}\n`);
  process.exit(1);
}

/** @param {string} program */
function inPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));
}
