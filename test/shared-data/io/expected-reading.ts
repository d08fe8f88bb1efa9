import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { InputError } from "../../../kernel-lib/src/errors.js";
import { inspect } from "../../../kernel-lib/src/io/inspect.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { sharedFile } from "../shared-file.js";

/** One entry of expected.json; lists and "a or b" are alternatives. */
export interface Expected {
  readonly verdict: string | readonly string[];
  readonly error?: string;
  /** `any` binds nothing. */
  readonly date_column?: string | null | readonly (string | null)[];
  readonly numeric_columns?: "any" | readonly string[];
  readonly maybe_numeric?: readonly string[];
  readonly rows?: number;
  readonly records?: number;
  readonly key?: string;
  readonly header?: boolean;
  readonly warnings: readonly string[];
  readonly cadence?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimal?: string;
}

/** What a good reader makes of each file of a folder, by name. */
export function expectedReadings(folder: string): Record<string, Expected> {
  const { files } = JSON.parse(readFileSync(sharedFile(`${folder}/expected.json`), "utf8")) as {
    files: Record<string, Expected>;
  };
  return files;
}

/** Reads a file and compares. */
export function check(bytes: Uint8Array, expected: Expected): void {
  const verdicts = [expected.verdict].flat();
  let found;
  try {
    found = inspect(readTable(bytes));
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect(verdicts).toContain("error");
    expect((error as InputError).code).toBe(expected.error);
    return;
  }
  expect(verdicts.some((verdict) => verdict.startsWith("ok"))).toBe(true);
  const codes = found.warnings.map(({ code }) => code);
  if (verdicts[0] === "ok") expect(found.warnings).toEqual([]);
  for (const wanted of expected.warnings)
    expect(
      codes.some((code) => wanted.split(" or ").includes(code)),
      `${wanted} in ${codes.join()}`,
    ).toBe(true);
  if ("date_column" in expected && expected.date_column !== "any")
    expect([expected.date_column].flat()).toContain(found.date?.columns.join("+") ?? null);
  const maybe = expected.maybe_numeric ?? [];
  if (expected.numeric_columns !== "any")
    expect(found.kpis.filter((kpi) => !maybe.includes(kpi)).sort()).toEqual(
      [...(expected.numeric_columns ?? [])].sort(),
    );
  if (expected.rows !== undefined) expect(found.rows).toBe(expected.rows);
  for (const part of ["encoding", "delimiter", "decimal", "records", "key", "header"] as const)
    if (expected[part] !== undefined) expect(found[part]).toBe(expected[part]);
}
