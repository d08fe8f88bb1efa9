import type { Config } from "../../config/config.js";
import { features } from "../../features/index.js";
import { finiteValues } from "../../numeric/finite.js";
import type { Random } from "../../numeric/random.js";
import { medianAbsoluteDeviation } from "../../numeric/statistics.js";
import { columnNamed, type Table } from "../../table.js";
import { timeSpan, withHiddenMoments, withKpiValues } from "../changed-table.js";

/** Id of a kind of refit. */
export type RefitKindId =
  | "seeds"
  | "blockDrop"
  | "blockBootstrap"
  | "noise"
  | "missingWeek"
  | "rollingOrigin"
  | "featureAblation";

/** What one refit is run on. */
export interface RefitInput {
  readonly table: Table;
  readonly config: Config;
  readonly kpis: readonly string[];
  readonly random: Random;
  /** Number of this refit among those of its kind, from 0, and how many there are. */
  readonly run: number;
  readonly runs: number;
}

/** A way in which things could have come out a little differently. */
export interface RefitKind {
  readonly title: string;
  /** The question it answers, in one sentence. */
  readonly question: string;
  /** Table and configuration of one refit. */
  readonly vary: (input: RefitInput) => { readonly table: Table; readonly config: Config };
}

const DAY = 86_400_000;

/** THE REGISTER of refits. Each refit is a whole run with a seed of its own; nothing is cut out of a score that exists already. */
export const refitKinds: Readonly<Record<RefitKindId, RefitKind>> = {
  seeds: {
    title: "other seed",
    question: "Does the result hang on chance inside the detectors?",
    vary: ({ table, config }) => ({ table, config }),
  },
  blockDrop: {
    title: "a tenth missing",
    question: "Would the result be the same had two stretches, a twentieth each, never been recorded?",
    vary: ({ table, config, kpis, random }) => ({
      table: hideBlocks(table, kpis, [20, random.integer(20), random.integer(20)]),
      config,
    }),
  },
  blockBootstrap: {
    title: "blocks drawn anew",
    question:
      "Would the result be the same on another sample of this past (twelve blocks drawn with replacement; what is never drawn is missing)?",
    vary: ({ table, config, kpis, random }) => {
      const drawn = new Set(Array.from({ length: 12 }, () => random.integer(12)));
      return {
        table: hideBlocks(table, kpis, [
          12,
          ...Array.from({ length: 12 }, (_, block) => block).filter((block) => !drawn.has(block)),
        ]),
        config,
      };
    },
  },
  noise: {
    title: "a little noise",
    question: "Does the result survive a change of every value by about a twentieth of the usual spread?",
    vary: ({ table, config, kpis, random }) => {
      const spread = new Map(kpis.map((kpi) => [kpi, usualSpread(table, kpi)]));
      return {
        table: withKpiValues(
          table,
          kpis,
          (value, _record, { name }) => value + 0.05 * spread.get(name)! * random.normal(),
        ),
        config,
      };
    },
  },
  missingWeek: {
    title: "a week missing",
    question: "Would one week without data change what is found in the others?",
    vary: ({ table, config, kpis, random }) => {
      const [first, last] = timeSpan(table);
      const length = table.time ? Math.min(7 * DAY, (last - first) / 4) : (last - first) / 20;
      const from = first + random.next() * (last - first - length);
      return { table: withHiddenMoments(table, kpis, (time) => time >= from && time < from + length), config };
    },
  },
  rollingOrigin: {
    title: "less past",
    question: "Would the same have been found at an earlier date, with up to half of the file not yet written?",
    vary: ({ table, config, kpis, run, runs }) => {
      const [first, last] = timeSpan(table);
      const until = last - ((run + 1) / (runs + 1)) * 0.5 * (last - first);
      return { table: withHiddenMoments(table, kpis, (time) => time > until), config };
    },
  },
  featureAblation: {
    title: "a feature less",
    question: "Does the result hang on a single feature (each is left out in turn)?",
    vary: ({ table, config, run }) => {
      const enabled = Object.keys(features).filter((id) => config.features?.[id]?.enabled !== false);
      if (enabled.length < 2) return { table, config };
      const left = enabled[run % enabled.length];
      return {
        table,
        config: { ...config, features: { ...config.features, [left]: { ...config.features?.[left], enabled: false } } },
      };
    },
  },
};

/** Hides the named blocks of a number of equal stretches of time: `[count, block, block, …]`. */
function hideBlocks(table: Table, kpis: readonly string[], [count, ...blocks]: readonly number[]): Table {
  const [first, last] = timeSpan(table);
  const length = (last - first) / count || 1;
  return withHiddenMoments(table, kpis, (time) =>
    blocks.includes(Math.min(count - 1, Math.floor((time - first) / length))),
  );
}

/** Robust spread of a KPI's values. */
function usualSpread(table: Table, kpi: string): number {
  const column = columnNamed(table, kpi);
  return column.kind === "number" ? medianAbsoluteDeviation(finiteValues(column.values), true) : 0;
}
