import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository-root.mjs";
import { shellPath } from "./shell-node.mjs";

/** Runs `npm ci` when node_modules is missing or is not what package-lock.json says. Needs nothing but Node 20 and npm. */
export async function installDependencies() {
  if (isInstalled()) return;
  console.log("Installing dependencies with npm ci (about a minute the first time) ...");
  const started = Date.now();
  const alive = setInterval(
    () => console.log(`  still installing, ${Math.round((Date.now() - started) / 1000)} s ...`),
    15_000,
  );
  try {
    await npmCi();
  } finally {
    clearInterval(alive);
  }
}

/** Whether every package of the lockfile lies in node_modules in that version (packages for other platforms aside). */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  if (installed === undefined) return false;
  const wanted = Object.entries(packagesOf("package-lock.json") ?? {}).filter(
    ([path, entry]) => path.includes("node_modules/") && !entry.optional && !entry.devOptional,
  );
  return wanted.every(
    ([path, entry]) => installed[path]?.version === entry.version && installed[path]?.resolved === entry.resolved,
  );
}

/** @param {string} lockfile @returns {Record<string, { version?: string, resolved?: string, optional?: boolean, devOptional?: boolean }> | undefined} */
function packagesOf(lockfile) {
  const path = join(repositoryRoot, lockfile);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).packages : undefined;
}

/** On the shell's own Node, since `npm ci` replaces the one in node_modules. @returns {Promise<void>} */
function npmCi() {
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: repositoryRoot,
      env: { ...process.env, PATH: shellPath },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`npm ci failed (exit code ${code}).`))));
  });
}
