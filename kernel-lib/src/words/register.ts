import type { Block } from "../display/record-table.js";
import type { Backtest } from "../evaluate/backtest/backtest.js";
import type { Comparison } from "../evaluate/comparison/compare.js";
import type { Contributions } from "../evaluate/drivers/contributions.js";
import type { Injection } from "../evaluate/injection/inject.js";
import type { Stability } from "../evaluate/stability/stability.js";
import type { Suggestion } from "../evaluate/suggest.js";
import type { Sweep } from "../evaluate/sweep/sweep.js";
import type { WhyAt } from "../evaluate/why-at.js";
import type { Profile } from "../profile/profile.js";
import type { Report } from "../report.js";
import type { Table } from "../table.js";
import { backtestBlocks, backtestWithWords } from "./analyses/backtest.js";
import { comparisonBlocks, comparisonWithWords } from "./analyses/comparison.js";
import { contributionsBlocks, contributionsWithWords } from "./analyses/contributions.js";
import { injectionBlocks, injectionWithWords } from "./analyses/injection.js";
import type { Language } from "./language.js";
import { profileBlocks, profileWithWords } from "./analyses/profile.js";
import { reportTable } from "./report.js";
import { stabilityBlocks, stabilityWithWords } from "./analyses/stability.js";
import { suggestionBlocks, suggestionWithWords } from "./analyses/suggestion.js";
import { sweepBlocks, sweepWithWords } from "./analyses/sweep.js";
import { tableOfTable } from "./table.js";
import { whyBlocks, whyWithWords } from "./analyses/why.js";
import { reportWithWords, tableWithWords } from "./with-words.js";

/** Every kind of result that can be told, by its `kind`. */
export interface Kinds {
  readonly report: Report;
  readonly table: Table;
  readonly profile: Profile;
  readonly comparison: Comparison;
  readonly stability: Stability;
  readonly backtest: Backtest;
  readonly injection: Injection;
  readonly sweep: Sweep;
  readonly contributions: Contributions;
  readonly suggestion: Suggestion;
  readonly why: WhyAt;
}

/** How a kind of result is told: as tables with sentences around them, and as the same value with its sentences for other programs. */
export interface Telling<Value> {
  blocks(value: Value, language?: Language): readonly Block[];
  withWords?(value: Value, language?: Language): object;
}

/** The words of every kind of result: the one place where they are looked up. */
export const register: { readonly [Kind in keyof Kinds]: Telling<Kinds[Kind]> } = {
  report: { blocks: (report, language) => [reportTable(report, language)], withWords: reportWithWords },
  table: { blocks: (table, language) => [tableOfTable(table, language)], withWords: tableWithWords },
  profile: { blocks: profileBlocks, withWords: profileWithWords },
  comparison: { blocks: comparisonBlocks, withWords: comparisonWithWords },
  stability: { blocks: stabilityBlocks, withWords: stabilityWithWords },
  backtest: { blocks: backtestBlocks, withWords: backtestWithWords },
  injection: { blocks: injectionBlocks, withWords: injectionWithWords },
  sweep: { blocks: sweepBlocks, withWords: sweepWithWords },
  contributions: { blocks: contributionsBlocks, withWords: contributionsWithWords },
  suggestion: { blocks: suggestionBlocks, withWords: suggestionWithWords },
  why: { blocks: whyBlocks, withWords: whyWithWords },
};

/** How a value is told that says its kind; undefined for any other. */
export function tellingOf(value: unknown): Telling<unknown> | undefined {
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined;
  const { kind } = value;
  return typeof kind === "string" && Object.hasOwn(register, kind)
    ? (register[kind as keyof Kinds] as Telling<unknown>)
    : undefined;
}
