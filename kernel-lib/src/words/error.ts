import type { ConfigFault } from "../config-fault.js";
import type { InputErrorJson } from "../errors.js";
import type { InputProblemFacts, InputProblemKind } from "../input-problems.js";
import { configFault as germanFault } from "./de/errors/configuration-terms.js";
import { configFault as englishFault } from "./en/errors/configuration-terms.js";
import type { Language } from "./language.js";
import { speechOf } from "./speech.js";

/**
 * What an error says in a language: the sentence, and what to do. An error in words of one's own keeps them. Takes an
 * `InputError` or what `toJSON` made of one, so that it works across threads.
 *
 * @example errorText(error, "de") // { message: "Die Datei ist leer (0 Bytes).", hint: "Wählen Sie eine CSV-Datei …" }
 */
export function errorText(
  error: Pick<InputErrorJson, "message" | "hint" | "kind" | "facts">,
  language?: Language,
): { readonly message: string; readonly hint: string } {
  const { message, hint, kind, facts } = error;
  return kind === undefined || facts === undefined ? { message, hint } : told(kind, facts, language);
}

function told<Kind extends InputProblemKind>(
  kind: Kind,
  facts: InputProblemFacts[Kind],
  language?: Language,
): { readonly message: string; readonly hint: string } {
  const { words, write } = speechOf(language);
  const [message, hint] = words.errors[kind](facts, write);
  return { message, hint };
}

/**
 * What is wrong in a configuration file, in one sentence.
 *
 * @example configFaultText(configFileProblems("sensitvity: 40")[0].fault) // "sensitvity is not a known key; meant is perhaps sensitivity."
 */
export function configFaultText(fault: ConfigFault, language: Language = "en"): string {
  return { en: englishFault, de: germanFault }[language](fault);
}
