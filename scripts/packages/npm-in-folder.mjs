import { spawn } from "node:child_process";

/**
 * Runs npm in a folder that has a package.json of its own.
 *
 * @param {string} folder @param {string[]} parameters @returns {Promise<void>}
 */
export function npmInFolder(folder, ...parameters) {
  // An npm script tells the npm inside it which package it belongs to; here the folder's own package.json counts.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package|lifecycle|config_(local_prefix|workspace))/i.test(name),
    ),
  );
  const options = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
  return new Promise((resolve, reject) => {
    const child = spawn("npm", [...parameters, ...options], {
      cwd: folder,
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${parameters[0]} failed in ${folder} (exit code ${code}).`)),
    );
  });
}
