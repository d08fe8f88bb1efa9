import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Every sentence given to `t("…")` in host and page, as the bundle that translators start from.
 *
 * @param {string} root folder of the extension
 */
export function collectTranslations(root) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const file of globSync("{src,shared,webview}/**/*.{ts,tsx}", { cwd: root })) {
    const source = readFileSync(join(root, file), "utf8");
    for (const [, text] of source.matchAll(/\bt\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g)) found.add(text.startsWith("'") ? text.slice(1, -1) : JSON.parse(text));
  }
  return `${JSON.stringify(Object.fromEntries([...found].sort().map((text) => [text, text])), null, 2)}\n`;
}
