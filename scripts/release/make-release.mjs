/**
 * `npm run release:check`, and the release workflow: puts what would be released into release/ (kpi-anomaly.tgz for npm,
 * kpi-anomaly-detector.vsix for both marketplaces), after checking versions and changelogs and letting npm go through the
 * motions of publishing. Releases nothing. Everything must be built.
 * `RELEASE_TAG` is the tag to be released, `RELEASE_FOLDER` another folder.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { releaseFaults } from "./release-faults.mjs";
import { repositoryRoot } from "../machine/repository-root.mjs";

const folder = resolve(process.env.RELEASE_FOLDER ?? join(repositoryRoot, "release"));
const read = (/** @type {string} */ path) => readFileSync(join(repositoryRoot, path), "utf8");

const faults = releaseFaults({
  tag: process.env.RELEASE_TAG ?? "",
  versions: Object.fromEntries(
    ["package.json", "kernel-lib/package.json", "extension/package.json"].map((path) => [
      path,
      JSON.parse(read(path)).version,
    ]),
  ),
  changelogs: { "CHANGELOG.md": read("CHANGELOG.md"), "extension/CHANGELOG.md": read("extension/CHANGELOG.md") },
});
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const [{ filename }] = JSON.parse(
  run("kernel-lib", "npm", "pack", "--json", "--loglevel=error", "--pack-destination", folder),
);
const packed = join(folder, "kpi-anomaly.tgz");
renameSync(join(folder, filename), packed);
run("", "npm", "publish", packed, "--dry-run", "--offline", "--access", "public", "--loglevel=error");
run("extension", "npm", "run", "--silent", "package:built", "--", "-o", join(folder, "kpi-anomaly-detector.vsix"));
console.log(`Ready for release, in ${folder}: kpi-anomaly.tgz, kpi-anomaly-detector.vsix`);

/** @param {string} where @param {string} program @param {string[]} parameters @returns {string} what it printed */
function run(where, program, ...parameters) {
  const { status, stdout, stderr } = spawnSync(program, parameters, {
    cwd: join(repositoryRoot, where),
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return stdout;
  console.error(`${program} ${parameters.join(" ")} failed:\n${stdout}${stderr}`);
  process.exit(1);
}
