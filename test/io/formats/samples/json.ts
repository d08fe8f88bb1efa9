import { jsonFile, jsonLinesFile } from "../written-files.js";
import { columnNames, text, type FormatSample } from "./sample.js";

export const sample: FormatSample = {
  format: "json",
  files: { "data.json": jsonFile, "data.jsonl": jsonLinesFile },
  hostile: {
    "JSON nested a million deep": () => text(`[${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}]`),
    "JSON nested a million objects deep": () => text('{"a":'.repeat(1_000_000)),
    "JSON record with a million names": () =>
      text(JSON.stringify([Object.fromEntries(columnNames(1_000_000).map((name) => [name, 1]))])),
    "JSON whose records have names of their own": () =>
      text(
        columnNames(40_000)
          .map((name) => `{"${name}":1}`)
          .join("\n"),
      ),
    "JSON row with a million cells": () => text(`[[${"1,".repeat(1_000_000)}1],[1]]`),
    "JSON with a text that never ends": () => text(`[{"a":"${"x".repeat(5_000_000)}`),
    "JSON of nothing but open brackets": () => text("{".repeat(3_000_000)),
  },
};
