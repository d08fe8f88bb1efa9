import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inspect } from "../../../kernel-lib/src/io/inspect.js";
import { readTable } from "../../../kernel-lib/src/io/read-table.js";
import { sharedFile } from "../shared-file.js";
import { check, expectedReadings } from "./expected-reading.js";

describe("odd exports are read as they were meant", () => {
  for (const [name, expected] of Object.entries(expectedReadings("cases/reading")))
    test(name, () => {
      const bytes = readFileSync(sharedFile(`cases/reading/${name}`));
      check(bytes, expected);
      if (expected.cadence !== undefined) expect(inspect(readTable(bytes)).cadence?.label).toBe(expected.cadence);
    });
});
