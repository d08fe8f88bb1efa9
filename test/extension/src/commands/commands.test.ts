import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { commands } from "../../../../extension/src/commands/index.js";
import { languages } from "../../../../kernel-lib/src/words/language.js";

vi.mock("vscode", () => ({}));

const { contributes } = JSON.parse(readFileSync("extension/package.json", "utf8")) as {
  contributes: { commands: { command: string }[]; keybindings: { command: string }[]; menus: object };
};

test.each(commands)("$id is called in every language, differently", ({ title }) => {
  for (const language of languages) expect(title[language]).toMatch(/^[A-ZÄÖÜ]\S+/);
  expect(new Set(Object.values(title)).size).toBe(languages.length);
});

test("the manifest has the commands of the register and no other (otherwise: npm run generate)", () => {
  const ids = commands.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(contributes.commands.map(({ command }) => command)).toEqual(ids);
  const named = [...JSON.stringify([contributes.keybindings, contributes.menus]).matchAll(/"command":"([^"]+)"/g)];
  for (const [, id] of named) expect(ids).toContain(id);
});

test("a command with a key has one of its own", () => {
  const keys = commands.flatMap(({ keybinding }) => (keybinding ? [keybinding.key] : []));
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(keys.length);
});
