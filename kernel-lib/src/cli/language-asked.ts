import { languageOf, type Language } from "../words/language.js";

/** The language that the arguments ask for; the parser may not have come to it, or have failed before. */
export function languageAsked(args: readonly string[]): Language {
  const at = args.findIndex((arg) => /^--language(=|$)/.test(arg));
  const tag = args[at]?.split("=")[1] ?? args[at + 1];
  return at < 0 || tag === undefined ? "en" : languageOf(tag);
}
