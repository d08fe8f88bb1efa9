import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { sharedFile } from "../shared-file.js";
import { check, expectedReadings } from "./expected-reading.js";

describe("hostile files are read as a good reader would", () => {
  for (const [name, expected] of Object.entries(expectedReadings("nasty")))
    test(name, () => check(readFileSync(sharedFile(`nasty/${name}`)), expected));
});
