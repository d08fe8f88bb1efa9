import type { WarningSentences } from "../../catalogue.js";
import type { InEveryLanguage } from "../in-every-language.js";
import { dates } from "./dates.js";
import { layout } from "./layout.js";
import { shape } from "./shape.js";
import { values } from "./values.js";

/** What is worth knowing about a file. */
export const warnings: InEveryLanguage<WarningSentences> = { ...dates, ...values, ...layout, ...shape };
