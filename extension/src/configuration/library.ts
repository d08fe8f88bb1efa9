/** The library's parser and schema, in a bundle of their own: loaded when a configuration file is first looked at. */
import { configFileProblems, configSchema, defaultYaml, parseConfig, resolveConfig, type Config } from "kpi-anomaly";
import { stringify } from "yaml";

export { configFileProblems, configSchema, defaultYaml, parseConfig };

/** The parts of a configuration that are not at their default, as YAML. */
export function changedYaml(config: Config): string {
  const { columns, read, mode, consensus, contamination, seed, incidentGap, features, detectors } = resolveConfig({});
  const flat = (entries: typeof detectors): unknown => Object.fromEntries(Object.entries(entries).map(([id, { enabled, params }]) => [id, { enabled, ...params }]));
  const defaults = { columns, read, mode, consensus, contamination, seed, incidentGap, features: flat(features), detectors: flat(detectors) };
  const changed = difference(config, defaults) ?? {};
  return Object.keys(changed).length ? stringify(changed) : "# Every option is at its default.\n";
}

function difference(value: unknown, base: unknown): object | undefined {
  const parts = Object.entries(value as object).flatMap(([key, part]): [string, unknown][] => {
    const under = (base as Record<string, unknown> | undefined)?.[key];
    if (part === undefined || JSON.stringify(part) === JSON.stringify(under)) return [];
    if (typeof part !== "object" || part === null || Array.isArray(part)) return [[key, part]];
    const inner = difference(part, under);
    return inner ? [[key, inner]] : [];
  });
  return parts.length ? Object.fromEntries(parts) : undefined;
}
