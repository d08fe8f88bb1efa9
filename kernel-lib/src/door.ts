/** Results as a notebook wants them: what computes hands back plain records, and here they learn to show themselves. */
import { tableFromArrow as arrowTable } from "./adapters/table-from-arrow.js";
import { tableFromColumns as columnsTable } from "./adapters/table-from-columns.js";
import { tableFromObjects as objectsTable } from "./adapters/table-from-objects.js";
import { detect as compute } from "./detect.js";
import { readTable as read } from "./io/read-table.js";
import { profile as describe } from "./profile/profile.js";
import { read as readAsConfigured } from "./read.js";
import { rethreshold as decideAgain } from "./rethreshold.js";
import { show } from "./words/display.js";

export const detect: typeof compute = async (...given) => show(await compute(...given));
export const rethreshold: typeof decideAgain = (...given) => show(decideAgain(...given));
export const profile: typeof describe = (...given) => show(describe(...given));
export const read: typeof readAsConfigured = (...given) => show(readAsConfigured(...given));
export const readTable: typeof read = (...given) => show(read(...given));
export const tableFromArrow: typeof arrowTable = (...given) => show(arrowTable(...given));
export const tableFromColumns: typeof columnsTable = (...given) => show(columnsTable(...given));
export const tableFromObjects: typeof objectsTable = (...given) => show(objectsTable(...given));
