import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../kernel-lib/src/errors.js";
import { inspect } from "../../../kernel-lib/src/io/inspect.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { sharedFile } from "../shared-file.js";

/** One entry of expected.json; lists and "a or b" are alternatives. */
interface Expected {
  readonly verdict: string | readonly string[];
  readonly error?: string;
  readonly date_column?: string | null | readonly (string | null)[];
  readonly numeric_columns?: readonly string[];
  readonly maybe_numeric?: readonly string[];
  readonly rows?: number;
  readonly warnings: readonly string[];
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimal?: string;
}

const { files } = JSON.parse(readFileSync(sharedFile("nasty/expected.json"), "utf8")) as {
  files: Record<string, Expected>;
};

describe("hostile files are read as a good reader would", () => {
  for (const [name, expected] of Object.entries(files))
    test(name, () => check(readFileSync(sharedFile(`nasty/${name}`)), expected));
});

function check(bytes: Uint8Array, expected: Expected): void {
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
  if ("date_column" in expected) expect([expected.date_column].flat()).toContain(found.date?.columns.join("+") ?? null);
  const maybe = expected.maybe_numeric ?? [];
  expect(found.kpis.filter((kpi) => !maybe.includes(kpi)).sort()).toEqual([...(expected.numeric_columns ?? [])].sort());
  if (expected.rows !== undefined) expect(found.rows).toBe(expected.rows);
  for (const part of ["encoding", "delimiter", "decimal"] as const)
    if (expected[part] !== undefined) expect(found[part]).toBe(expected[part]);
}
