import { expect, test } from "vitest";
import { releaseFaults } from "../../../scripts/release/release-faults.mjs";

const versions = { "package.json": "1.2.3", "extension/package.json": "1.2.3" };
const told = { "CHANGELOG.md": "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-11-29\n" };

test("a tag whose version stands everywhere and is told of may go out", () => {
  expect(releaseFaults({ tag: "v1.2.3", versions, changelogs: told })).toEqual([]);
});

test("before there is a tag, the changelog may still collect", () => {
  expect(releaseFaults({ tag: "", versions, changelogs: { "CHANGELOG.md": "## [Unreleased]\n" } })).toEqual([]);
  expect(releaseFaults({ tag: "", versions, changelogs: { "CHANGELOG.md": "nothing" } })).toHaveLength(1);
});

test("anything else is named", () => {
  expect(
    releaseFaults({ tag: "v1.3.0", versions: { ...versions, "package.json": "1.3.0" }, changelogs: told }),
  ).toEqual([
    "extension/package.json names version 1.2.3; the tag 1.3.0.",
    'CHANGELOG.md has no section "## [1.3.0] - YYYY-MM-DD".',
  ]);
  expect(releaseFaults({ tag: "", versions: { ...versions, "package.json": "2.0.0" }, changelogs: told })).toHaveLength(
    1,
  );
});
