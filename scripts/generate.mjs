// Writes what is derived from the registers: configs/schema.json, configs/default.yaml, the detector table of README.md.
// With --check it only tells what is out of date (exit code 1).
import { readFileSync, writeFileSync } from "node:fs";
import { configSchema, defaultYaml, detectors } from "../kernel-lib/dist/index.js";

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");
/** @type {string[]} */
const stale = [];

write("configs/schema.json", `${JSON.stringify(configSchema(), null, 2)}\n`);
write("configs/default.yaml", defaultYaml());
write(
  "README.md",
  textOf("README.md").replace(
    /(<!-- detectors -->\n)[^]*?(\n<!-- \/detectors -->)/,
    (_, start, end) => start + detectorTable() + end,
  ),
);

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(", ")}. Run: npm run generate`);
  process.exitCode = 1;
}

/**
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  if (textOf(path) === text) return;
  if (check) {
    stale.push(path);
    return;
  }
  writeFileSync(new URL(path, root), text);
  console.log(`wrote ${path}`);
}

/** @param {string} path */
function textOf(path) {
  try {
    return readFileSync(new URL(path, root), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

function detectorTable() {
  const rows = Object.entries(detectors).map(
    ([id, detector]) => `| ${detector.title} | \`${id}\` | ${useOf(detector)} | ${detector.summary} |`,
  );
  return ["| Detector | id | used in | what it sees |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** @param {import("kpi-anomaly").Detector} detector */
function useOf({ family, share, companions, onRequest }) {
  if (family === "point") return "vote";
  if (share) return "combined score";
  if (companions) return "several KPIs together";
  return onRequest ? "on request" : "comparison";
}
