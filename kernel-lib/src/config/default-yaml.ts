import { configSchema, type JsonSchema } from "./schema.js";

/**
 * `configs/default.yaml`: every option at its default, each with its description as a comment above it.
 *
 * @example
 * const text = defaultYaml(); // "# Every option at its default …"
 */
export function defaultYaml(): string {
  const head = [
    "# KPI Anomaly Detector: every option at its default. Copy what you want to change; everything else may be left out.",
    "# Generated from the registers by `npm run generate`; do not edit by hand.",
    "# yaml-language-server: $schema=./schema.json",
    "",
  ];
  return `${[...head, ...block(configSchema(), "")].join("\n")}\n`;
}

function block(schema: JsonSchema, indent: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, node]) => {
    const comment = `${indent}# ${node.description ?? ""}`;
    if (node.properties)
      return [comment, `${indent}${key}:`, ...block(node, `${indent}  `), ...(indent === "" ? [""] : [])];
    return [comment, `${indent}${key}: ${JSON.stringify(node.default)}`];
  });
}
