import type { Detector } from "../detectors/detector.js";
import { detectors as builtInDetectors } from "../detectors/index.js";
import { features } from "../features/index.js";
import { options } from "./options/index.js";
import { section, type JsonSchema, type OptionNode } from "./options/option.js";
import type { ParamSchema } from "./params.js";

export type { JsonSchema } from "./options/option.js";

/** What an entry of a register tells about itself for configuration. */
interface Described {
  readonly title: string;
  readonly summary: string;
  readonly params: ParamSchema;
  readonly onRequest?: true;
}

/**
 * JSON Schema (2020-12) of the configuration, derived from the options and the registers, so that a new detector or feature
 * shows up in validation, in editors and in the documentation by itself. `configs/schema.json` is this, written to disk.
 *
 * @example
 * const { properties } = configSchema();
 * const known = Object.keys(properties ?? {});
 */
export function configSchema(detectors: Readonly<Record<string, Detector>> = builtInDetectors): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "KPI Anomaly Detector configuration",
    ...withoutOffers(configTree(detectors)),
  };
}

/** Every option with all that stands beside it: where it is offered, and its texts in every language. */
export function configTree(detectors: Readonly<Record<string, Detector>> = builtInDetectors): OptionNode {
  return section(
    {
      description: "Everything a run depends on besides the file. Every key is optional.",
      translations: { de: "Alles, wovon eine Analyse außer der Datei abhängt. Kein Schlüssel ist Pflicht." },
    },
    {
      ...options,
      features: section(
        {
          description: "Features of the multivariate detectors, by id.",
          translations: { de: "Merkmale der multivariaten Detektoren, nach Kennung." },
        },
        entries(features),
      ),
      detectors: section(
        { description: "Detectors, by id.", translations: { de: "Detektoren, nach Kennung." } },
        entries(detectors),
      ),
    },
  );
}

/** The schema alone, without where its options are offered, other languages, and what only a series can tell. */
function withoutOffers({
  commandLine: _flag,
  decidesOnly: _decides,
  setting: _setting,
  title: _title,
  translations: _translations,
  countsRows: _rows,
  ...node
}: OptionNode): JsonSchema {
  const inner = (part: unknown): JsonSchema => withoutOffers(part as OptionNode);
  const properties = node.properties && {
    properties: Object.fromEntries(Object.entries(node.properties).map(([key, part]) => [key, inner(part)])),
  };
  const { items, additionalProperties } = node;
  return {
    ...node,
    ...properties,
    ...(items ? { items: inner(items) } : {}),
    ...(additionalProperties ? { additionalProperties: inner(additionalProperties) } : {}),
  };
}

function entries(register: Readonly<Record<string, Described>>): Record<string, OptionNode> {
  return Object.fromEntries(
    Object.entries(register).map(([id, { title, summary, params, onRequest }]) => [
      id,
      section(
        { description: `${title}. ${summary}` },
        {
          enabled: {
            type: "boolean",
            default: !onRequest,
            description: "Whether it is used.",
            translations: { de: "Ob es verwendet wird." },
          },
          ...(params as Readonly<Record<string, OptionNode>>),
        },
      ),
    ]),
  );
}
