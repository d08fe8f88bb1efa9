import { expect, test } from "vitest";
import { progressLine } from "../../kernel-lib/src/cli/progress-line.js";

function stream(isTTY: boolean, columns?: number): { readonly at: NodeJS.WriteStream; readonly written: string[] } {
  const written: string[] = [];
  const at = { isTTY, columns, write: (text: string) => written.push(text) > 0 };
  return { at: at as unknown as NodeJS.WriteStream, written };
}

test("a terminal has one line, written over and over and cleared once", () => {
  const { at, written } = stream(true);
  const line = progressLine(at);
  line.clear();
  line.show("Reading sales.csv", 0);
  line.show("Deciding", 0.996);
  line.clear();
  line.clear();
  expect(written).toEqual(["\r\x1b[K  0 % Reading sales.csv", "\r\x1b[K100 % Deciding", "\r\x1b[K"]);
});

test("the line never reaches the edge of the terminal, and obeys nothing that a name holds", () => {
  const { at, written } = stream(true, 12);
  progressLine(at).show("a\u0007long name of a file", 0.5);
  expect(written).toEqual(["\r\x1b[K 50 % a\\u00"]);
  const usual = stream(true);
  progressLine(usual.at).show("x".repeat(200), 0.5);
  expect(usual.written[0]).toHaveLength("\r\x1b[K".length + 79);
});

test("what is no terminal sees nothing of it", () => {
  const { at, written } = stream(false, 80);
  const line = progressLine(at);
  line.show("Reading sales.csv", 0.5);
  line.clear();
  expect(written).toEqual([]);
});
