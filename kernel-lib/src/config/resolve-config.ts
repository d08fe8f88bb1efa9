import { detectors as builtInDetectors } from "../detectors/index.js";
import { hasSay, type Detector } from "../detectors/detector.js";
import { InputError } from "../errors.js";
import { features } from "../features/index.js";
import { noRules } from "../decide/incident/kpi-rules.js";
import type { Config, EntryConfig, Mode, ResolvedConfig, ResolvedEntry } from "./config.js";
import { paramValues, type ParamSchema } from "./params.js";
import { options } from "./options/index.js";
import type { OptionNode } from "./options/option.js";
import { configSchema } from "./schema.js";
import { validateConfig } from "./validate-config.js";

/**
 * A configuration with every option filled in.
 *
 * @param detectors the register to resolve against, for detectors of one's own.
 * @throws InputError `bad_config` for an unknown key or a value that does not fit, naming the key.
 *
 * @example
 * const { sensitivity, detectors: entries } = resolveConfig({ sensitivity: 60 });
 */
export function resolveConfig(
  given: Config = {},
  detectors: Readonly<Record<string, Detector>> = builtInDetectors,
): ResolvedConfig {
  const config = withoutUndefined(given) as Config;
  const schema = configSchema(detectors);
  const [problem] = validateConfig(config, schema);
  if (problem) throw new InputError("config", { fault: problem.fault });
  const resolved: ResolvedConfig = {
    ...withDefaults(config, options),
    mode: modeOf(config, detectors),
    rules: Object.fromEntries(Object.entries(config.rules ?? {}).map(([kpi, rule]) => [kpi, { ...noRules, ...rule }])),
    features: resolveEntries(features, config.features, () => true),
    detectors: {},
  };
  const asked = {
    ...resolved,
    detectors: resolveEntries(detectors, config.detectors, runsUnasked(detectors, resolved)),
  };
  return withinConsensus(config, asked, detectors);
}

/** Which detectors run without being named: not those that are slow, and in `auto` without votes only those that have a say. */
function runsUnasked(
  register: Readonly<Record<string, Detector>>,
  { mode, votes }: Pick<ResolvedConfig, "mode" | "votes">,
): (id: string) => boolean {
  return (id) => !register[id].onRequest && (mode === "vote" || votes || hasSay(register[id]));
}

function withinConsensus(
  config: Config,
  resolved: ResolvedConfig,
  detectors: Readonly<Record<string, Detector>>,
): ResolvedConfig {
  const voters = Object.entries(resolved.detectors).filter(
    ([id, entry]) => entry.enabled && detectors[id].family === "point",
  ).length;
  if (config.consensus !== undefined && resolved.mode === "vote" && resolved.consensus > voters) {
    throw new InputError("consensus", { asked: resolved.consensus, voters });
  }
  return resolved;
}

/** What is set to undefined is not set. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, withoutUndefined(entry)]])),
  );
}

/** A consensus asks for a vote; without any detector that has a share there is nothing to combine. */
function modeOf({ mode, consensus, detectors: chosen }: Config, register: Readonly<Record<string, Detector>>): Mode {
  if (mode === undefined && consensus !== undefined) return "vote";
  const shares = Object.entries(register).some(
    ([id, detector]) => detector.share && !detector.companions && chosen?.[id]?.enabled !== false,
  );
  return shares ? (mode ?? "auto") : "vote";
}

/**
 * Every option at what was given or its default. The types of both sides are made from `options`, which is why what they say
 * of each other holds.
 */
function withDefaults(given: object, nodes: Readonly<Record<string, OptionNode>>): ResolvedConfig {
  const values = new Map<string, unknown>(Object.entries(given));
  const filled = Object.entries(nodes).map(([key, node]) => {
    const value = values.get(key);
    if (node.properties) return [key, withDefaults(value ?? {}, node.properties)];
    return [key, value === undefined ? node.default : value];
  });
  return Object.fromEntries(filled) as ResolvedConfig;
}

function resolveEntries(
  register: Readonly<Record<string, { readonly params: ParamSchema; readonly onRequest?: true }>>,
  given: Readonly<Record<string, EntryConfig>> = {},
  unasked: (id: string) => boolean,
): Record<string, ResolvedEntry> {
  return Object.fromEntries(
    Object.entries(register).map(([id, entry]) => {
      const { enabled = Object.hasOwn(given, id) ? !entry.onRequest : unasked(id), ...params } = given[id] ?? {};
      return [id, { enabled, params: paramValues(entry.params, params) }];
    }),
  );
}
