/**
 * What the registers say of their entries, in one language, by what it is in English: titles, summaries and descriptions with
 * their `translations`.
 *
 * @param {string} language
 * @param {readonly unknown[]} registers detectors, features, plots, the tree of the options
 * @returns {string} the text of `kernel-lib/src/words/<language>/register-names.generated.ts`
 */
export function registerNames(language, registers) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const register of registers) collect(register);
  const lines = [...names].map(([english, text]) => `  ${JSON.stringify(english)}: ${JSON.stringify(text)},`);
  return [
    "// Made by `npm run generate` from the registers; do not edit by hand.",
    "",
    "/** What detectors, features, plots and options are called, and what they are for, by what it is in English. */",
    "export const registerNames: Readonly<Record<string, string>> = {",
    ...lines,
    "};",
    "",
  ].join("\n");

  /** @param {unknown} node */
  function collect(node) {
    if (typeof node !== "object" || node === null) return;
    const { title, summary, description, translations } = /** @type {Record<string, any>} */ (node);
    const told = translations?.[language];
    if (typeof told === "string") add(description, told);
    else if (told) {
      add(title, told.title);
      add(summary, told.summary);
    }
    for (const [key, part] of Object.entries(node)) if (key !== "translations") collect(part);
  }

  /** @param {string} english @param {string} text */
  function add(english, text) {
    const before = names.get(english);
    if (before !== undefined && before !== text)
      throw new Error(`"${english}" is called "${before}" in one place and "${text}" in another.`);
    names.set(english, text);
  }
}
