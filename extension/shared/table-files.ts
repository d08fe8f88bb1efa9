import { offeredEndings } from "./table-endings.generated.js";

/**
 * Which files the extension takes for tables, by name or by language id, which other extensions rename freely. What is mostly
 * something else (JSON, text, archives) is opened by the command, never offered.
 */
export const tableName: RegExp = new RegExp(`\\.(${offeredEndings.join("|")})$`, "i");
export const tableLanguage = /csv|tsv|jsonl/i;
