import { languageOf, type Language } from "../../words/language.js";
import { languageVariable } from "../process/process-messages.js";

/** The language that this process was started with. Asked each time: a startup snapshot knows nothing of this start. */
export function spokenLanguage(): Language {
  return languageOf(process.env[languageVariable] ?? "en");
}
