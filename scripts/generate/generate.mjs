// Writes what is derived from the registers: types, schema and default.yaml of the configuration, names in other languages,
// settings and commands of the extension's manifest with their texts, the endings of files it reads, the detector table and
// the list of formats of README.md.
// With --check it only tells what is out of date (exit code 1).
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { settingOptions } from "../../kernel-lib/dist/config/offered-options.js";
import { options } from "../../kernel-lib/dist/config/options/index.js";
import { configTree } from "../../kernel-lib/dist/config/schema.js";
import { features } from "../../kernel-lib/dist/features/index.js";
import { configSchema, defaultYaml, detectors, plots } from "../../kernel-lib/dist/index.js";
import { languages } from "../../kernel-lib/dist/words/language.js";
import { offeredEndings, tableEndings } from "../../kernel-lib/dist/io/formats/formats.js";
import { configTypes } from "./config-types.mjs";
import { extensionCommands } from "./extension-commands.mjs";
import { manifest, manifestTexts } from "./manifest.mjs";
import { registerNames } from "./register-names.mjs";

const root = new URL("../../", import.meta.url);
const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const check = process.argv.includes("--check");
/** @type {string[]} */
const stale = [];

write("kernel-lib/src/config/config.generated.ts", await configTypes(options));
write("configs/schema.json", `${JSON.stringify(configSchema(), null, 2)}\n`);
write("configs/default.yaml", defaultYaml());
for (const language of languages.slice(1))
  write(
    `kernel-lib/src/words/${language}/register-names.generated.ts`,
    formatted(registerNames(language, [detectors, features, plots, configTree()]), "names.ts"),
  );
write("extension/shared/table-endings.generated.ts", formatted(tableEndingsModule(), "table-endings.ts"));
const commands = await extensionCommands();
write(
  "extension/package.json",
  formatted(manifest(textOf("extension/package.json"), settingOptions, commands), "package.json"),
);
for (const language of languages) {
  const path = `extension/package.nls${language === "en" ? "" : `.${language}`}.json`;
  write(path, manifestTexts(textOf(path), language, settingOptions, commands));
}
write(
  "README.md",
  textOf("README.md")
    .replace(/(<!-- detectors -->\n)[^]*?(\n<!-- \/detectors -->)/, (_, start, end) => start + detectorTable() + end)
    .replace(
      /(<!-- formats -->)[^]*?(<!-- \/formats -->)/,
      (_, start, end) => start + tableEndings.map((ending) => `.${ending}`).join(", ") + end,
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

function tableEndingsModule() {
  return [
    "// Made by `npm run generate` from the register of formats; do not edit by hand.",
    "",
    "/** Endings of every file that can be read, for dialogs. */",
    `export const tableEndings: readonly string[] = ${JSON.stringify(tableEndings)};`,
    "",
    "/** Endings of files that are offered to be analysed. */",
    `export const offeredEndings: readonly string[] = ${JSON.stringify(offeredEndings)};`,
    "",
  ].join("\n");
}

/** @param {string} text @param {string} name */
function formatted(text, name) {
  return execFileSync(biome, ["format", `--stdin-file-path=${name}`], { input: text, encoding: "utf8" });
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
