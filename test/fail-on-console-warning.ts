import { afterEach, beforeEach, expect, vi } from "vitest";

/**
 * Setup of every unit test: a warning or an error on the console that the test did not expect fails it.
 * A test that wants one says so with `vi.spyOn(console, "warn")` of its own.
 */
const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  for (const level of ["warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      printed.push(`console.${level}: ${parts.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(printed, "unexpected output on the console").toEqual([]);
});
