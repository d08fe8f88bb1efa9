import type { Block } from "../display/record-table.js";
import type { Profile } from "../profile/profile.js";
import type { Report } from "../report.js";
import type { Table } from "../table.js";
import type { Language } from "./language.js";
import { profileBlocks, profileWithWords } from "./profile.js";
import { reportTable } from "./report.js";
import { tableOfTable } from "./table.js";
import { reportWithWords, tableWithWords } from "./with-words.js";

/** Every kind of result that can be told, by its `kind`. */
export interface Kinds {
  readonly report: Report;
  readonly table: Table;
  readonly profile: Profile;
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
};

/** How a value is told that says its kind; undefined for any other. */
export function tellingOf(value: unknown): Telling<unknown> | undefined {
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined;
  const { kind } = value;
  return typeof kind === "string" && Object.hasOwn(register, kind)
    ? (register[kind as keyof Kinds] as Telling<unknown>)
    : undefined;
}
