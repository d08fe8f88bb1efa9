import { compile } from "json-schema-to-typescript";

/**
 * The TypeScript types of a configuration, made from the one source of its options.
 *
 * @param {Readonly<Record<string, object>>} options from `kernel-lib/src/config/options/index.ts`
 * @returns {Promise<string>} the text of `kernel-lib/src/config/config.generated.ts`
 */
export async function configTypes(options) {
  const entry = (/** @type {string} */ what) => ({
    type: "object",
    description: `${what} settings by id of the ${what.toLowerCase()} register.`,
    additionalProperties: { $ref: "#/$defs/EntryConfig" },
  });
  const schema = {
    title: "Configuration",
    description: "Everything a run depends on besides the file. Every key is optional.",
    type: "object",
    additionalProperties: false,
    properties: { ...options, features: entry("Feature"), detectors: entry("Detector") },
    $defs: {
      EntryConfig: {
        title: "EntryConfig",
        description: "Settings of one detector or feature: `enabled` and its own options by name.",
        type: "object",
        properties: { enabled: { type: "boolean", description: "Whether it is used." } },
        additionalProperties: true,
      },
    },
  };
  const types = await compile(/** @type {any} */ (withoutOffers(schema)), "Configuration", {
    bannerComment: "// Made by `npm run generate` from config/options; do not edit by hand.",
    style: { printWidth: 120, bracketSpacing: true },
    ignoreMinAndMaxItems: true,
  });
  return readonly(types);
}

/** A null among the values of an enumeration stands for the type's own null. @param {unknown} node @returns {unknown} */
function withoutOffers(node) {
  if (Array.isArray(node)) return node.map(withoutOffers);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, part]) =>
      ["commandLine", "decidesOnly", "setting", "translations", "default"].includes(key)
        ? []
        : [[key, withoutOffers(part)]],
    ),
  );
}

/** Configurations are never written to, and what has entries by name is a record. @param {string} types */
function readonly(types) {
  return types
    .replace(/\{\s*\[k: string\]: ([^;{}]+);\s*\}/g, "Readonly<Record<string, $1>>")
    .replace(/^(\s*)(\w+\?:|\[k: string\]:)/gm, "$1readonly $2")
    .replace(/((?:"[^"]*"|\w+|\([^()]*\)))\[\](?=[;)\s|])/g, "readonly $1[]");
}
