import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentences } from "../../subjects/error-sentences.js";
import { batches } from "./batches.js";
import { commandLine } from "./command-line.js";
import { configuration } from "./configuration.js";
import { files } from "./files.js";
import { formats } from "./formats.js";
import { notebooks } from "./notebooks.js";
import { questions } from "./questions.js";
import { tables } from "./tables.js";

/** What can be wrong with a person's input. */
export const errors: InEveryLanguage<ErrorSentences> = {
  ...files,
  ...formats,
  ...tables,
  ...configuration,
  ...questions,
  ...notebooks,
  ...commandLine,
  ...batches,
};
