/** The library's parsers and schema, in a bundle of their own: loaded when a configuration file is first looked at. */
import {
  configFaultText,
  configFileProblems,
  configSchema,
  descriptionText,
  errorText,
  languageOf,
  noRules,
  parseConfig,
  parseFeedback,
  resolveConfig,
  settingOptions,
  feedbackText,
  type Config,
  type RuleConfig,
} from "kpi-anomaly";
import { stringify } from "yaml";

/** Options that are settings of VS Code as well, and the detectors' own. */
export const settingKeys: readonly string[] = [...settingOptions.map(({ path }) => path.join(".")), "detectors"];

export {
  configFaultText,
  configFileProblems,
  configSchema,
  descriptionText,
  errorText,
  feedbackText,
  languageOf,
  parseConfig,
  parseFeedback,
};

/** The parts of a configuration that are not at their default. */
export function changedConfig(config: Config): Config {
  const defaults = resolveConfig({});
  const flat = (entries: typeof defaults.detectors): unknown =>
    Object.fromEntries(Object.entries(entries).map(([id, { enabled, params }]) => [id, { enabled, ...params }]));
  const written = config.rules ? { ...config, rules: changedRules(config.rules) } : config;
  return (
    difference(written, { ...defaults, features: flat(defaults.features), detectors: flat(defaults.detectors) }) ?? {}
  );
}

/** Rules without what is at its default; one that changes nothing stays where it keeps the rule for all KPIs away. */
function changedRules(rules: NonNullable<Config["rules"]>): NonNullable<Config["rules"]> {
  return Object.fromEntries(
    Object.entries(rules).flatMap(([kpi, rule]): [string, RuleConfig][] => {
      const changed = Object.fromEntries(
        Object.entries(rule).filter(([key, value]) => value !== noRules[key as keyof RuleConfig]),
      ) as RuleConfig;
      if (Object.keys(changed).length > 0) return [[kpi, changed]];
      return kpi !== "*" && rules["*"] ? [[kpi, { direction: "both" }]] : [];
    }),
  );
}

/** The same as YAML; a comment where there is nothing to write. */
export function changedYaml(config: Config, nothing: string): string {
  const changed = changedConfig(config);
  return Object.keys(changed).length ? stringify(changed) : `# ${nothing}\n`;
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
