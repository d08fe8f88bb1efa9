// Writes what is derived from the registers: types, schema and default.yaml of the configuration, settings and `when` of the
// extension's manifest, the sentences its translators start from, the detector table of README.md.
// With --check it only tells what is out of date (exit code 1).
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { settingOptions } from "../../kernel-lib/dist/config/offered-options.js";
import { options } from "../../kernel-lib/dist/config/options/index.js";
import { configTree } from "../../kernel-lib/dist/config/schema.js";
import { features } from "../../kernel-lib/dist/features/index.js";
import { configSchema, defaultYaml, detectors, plots } from "../../kernel-lib/dist/index.js";
import { languages } from "../../kernel-lib/dist/words/language.js";
import { collectTranslations } from "../../extension/l10n/collect.mjs";
import { configTypes } from "./config-types.mjs";
import { registerNames } from "./register-names.mjs";
// @ts-expect-error Node takes the types away; the compiler of these scripts wants no such ending.
import { csvLanguage, csvName } from "../../extension/shared/csv-files.ts";

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
write("extension/l10n/bundle.l10n.json", collectTranslations(fileURLToPath(new URL("extension", root))));
write("extension/package.json", withSettings(textOf("extension/package.json")));
for (const language of languages) {
  const path = `extension/package.nls${language === "en" ? "" : `.${language}`}.json`;
  write(path, withTexts(textOf(path), language));
}
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

/**
 * The manifest of the extension with the settings that are options of the configuration; its own settings stay.
 *
 * @param {string} text
 */
function withSettings(text) {
  const manifest = JSON.parse(text);
  const { configuration } = manifest.contributes;
  const known = new Set(settingOptions.map(({ path }) => `kpiAnomaly.${path.join(".")}`));
  const own = Object.entries(configuration.properties).filter(([name]) => !known.has(name));
  const derived = settingOptions.map(({ path, node }) => {
    const { commandLine: _, setting: _said, description: _text, translations: _texts, default: usual, ...shape } = node;
    return [
      `kpiAnomaly.${path.join(".")}`,
      { ...shape, default: usual, scope: "resource", description: `%setting.${path.join(".")}%` },
    ];
  });
  configuration.properties = Object.fromEntries([...derived, ...own]);
  return formatted(`${JSON.stringify(manifest, asDerived, 2)}\n`, "package.json");
}

/**
 * The texts of the manifest in a language, with those of the settings that are options of the configuration.
 *
 * @param {string} text
 * @param {import("../../kernel-lib/dist/words/language.js").Language} language
 */
function withTexts(text, language) {
  const said = settingOptions.map(({ path, node }) => [`setting.${path.join(".")}`, node.setting?.[language]]);
  return `${JSON.stringify({ ...JSON.parse(text), ...Object.fromEntries(said) }, null, 2)}\n`;
}

/** A `when` of the manifest with our idea of a table file in place of the one it has. @param {string} key @param {unknown} value */
function asDerived(key, value) {
  if (key !== "when" || typeof value !== "string") return value;
  return value
    .replace(/(resourceExtname =~ )\/\S+\/i/g, (_, test) => test + csvName.toString().replace("/\\.", "/^\\."))
    .replace(/(resourceLangId =~ )\/\S+\/i/g, (_, test) => test + csvLanguage);
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
