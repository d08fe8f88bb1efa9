import type { Config } from "../../config/config.js";
import type { Param } from "../../config/params.js";
import { detect } from "../../detect.js";
import type { Progress } from "../../progress.js";
import type { Detector } from "../../detectors/detector.js";
import { detectors as builtInDetectors } from "../../detectors/index.js";
import { InputError } from "../../errors.js";
import type { Compute } from "../../numeric/compute.js";
import type { Detection } from "../../report.js";
import type { Table } from "../../table.js";
import { flagAgreement, jaccard } from "../comparison/flag-agreement.js";
import { plateauOf } from "./plateau.js";
import type { SweepPoint } from "./sweep-point.js";

/** What a sweep can be told. */
export interface SweepOptions {
  /** Id of the detector and name of its option. */
  readonly detector: string;
  readonly option: string;
  /** Values to try; when left out, seven around the default: its half to its double, within the option's limits. */
  readonly values?: readonly number[];
  /** KPI; the first one when left out. */
  readonly kpi?: string;
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** Detectors of one's own, by id, beside the built-in ones. */
  readonly detectors?: Readonly<Record<string, Detector>>;
  /** Where heavy loops run; this thread alone when left out. */
  readonly compute?: Compute;
}

/** How a detector's result hangs on one of its options. */
export interface Sweep {
  readonly kind: "sweep";
  readonly kpi: string;
  readonly detector: string;
  readonly title: string;
  readonly option: string;
  /** Value the configuration has. */
  readonly current: number;
  readonly points: readonly SweepPoint[];
  /** Longest range of values over which the flags hardly change from one to the next (overlap 0.8 or more); null without one. */
  readonly plateau: readonly [number, number] | null;
}

/** Runs one detector with a range of values of one option. `door.ts` tells the rest. */
export async function sweep(table: Table, config: Config, options: SweepOptions): Promise<Sweep> {
  const register = { ...builtInDetectors, ...options.detectors };
  const param = numberParam(register, options);
  const { detector, option, signal, detectors, compute } = options;
  const current = Number(config.detectors?.[detector]?.[option] ?? param.default);
  const values = [...new Set([...(options.values ?? around(param)), current])].sort((a, b) => a - b);
  const alone = Object.fromEntries(
    Object.keys(register).map((id) => [id, { ...config.detectors?.[id], enabled: id === detector }]),
  );
  const found: Detection[] = [];
  let kpi = "";
  for (const [index, value] of values.entries()) {
    options.progress?.({
      step: { kind: "trying", facts: { title: register[detector].title, option, value } },
      fraction: index / values.length,
    });
    const settings: Config = {
      ...config,
      consensus: 1,
      columns: { ...config.columns, ...(options.kpi === undefined ? {} : { kpis: [options.kpi] }) },
      detectors: { ...alone, [detector]: { ...config.detectors?.[detector], enabled: true, [option]: value } },
    };
    const { series } = await detect(table, settings, { signal, detectors, compute });
    kpi = series[0].kpi;
    found.push(series[0].detections[0]);
  }
  const base = found[values.indexOf(current)];
  const points = values.map(
    (value, index): SweepPoint => ({
      value,
      flagged: found[index].flags.reduce((sum, flag) => sum + flag, 0),
      overlap: overlap(found[index], base),
      step: index === 0 ? NaN : overlap(found[index], found[index - 1]),
    }),
  );
  const plateau = plateauOf(points);
  return {
    kind: "sweep",
    kpi,
    detector,
    title: register[detector].title,
    option,
    current,
    points,
    plateau,
  };
}

function numberParam(
  register: Readonly<Record<string, Detector>>,
  { detector, option }: SweepOptions,
): Extract<Param, { type: "number" | "integer" }> {
  if (!Object.hasOwn(register, detector))
    throw new InputError("no_detector", { detector, known: Object.keys(register) });
  const params = Object.entries(register[detector].params).filter(
    ([, param]) => param.type === "number" || param.type === "integer",
  );
  const found = params.find(([name]) => name === option);
  if (!found)
    throw new InputError("no_numeric_param", {
      detector: register[detector].title,
      option,
      known: params.map(([name]) => name),
    });
  return found[1] as Extract<Param, { type: "number" | "integer" }>;
}

function around(param: Extract<Param, { type: "number" | "integer" }>): number[] {
  const low = param.minimum ?? -Infinity;
  const high = param.maximum ?? Infinity;
  return [0.5, 0.65, 0.8, 1, 1.25, 1.6, 2]
    .map((factor) => param.default * factor)
    .map((value) => (param.type === "integer" ? Math.round(value) : Number(value.toPrecision(4))))
    .filter(
      (value) =>
        value >= low && value <= high && (param.exclusiveMinimum === undefined || value > param.exclusiveMinimum),
    );
}

function overlap(a: Detection, b: Detection): number {
  return jaccard(flagAgreement(a.flags, b.flags, new Uint8Array(a.flags.length).fill(1)));
}
