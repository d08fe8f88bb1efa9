import { tableLanguage, tableName } from "../../shared/table-files.js";

const byName = `resourceExtname =~ ${tableName.toString().replace("/\\.", "/^\\.")}`;
const byLanguage = `resourceLangId =~ ${tableLanguage}`;

/** A `when` of the manifest: in files that are tables, by name or language, where `also` holds too. */
export function onTable(also?: string): string {
  return [byName, byLanguage].map((test) => (also ? `${also} && ${test}` : test)).join(" || ");
}

/** The same for files that are tables by their name. */
export function onTableName(also: string): string {
  return `${also} && ${byName}`;
}

/** While the panel of results is in front. */
export const onPanel = "activeWebviewPanelId == 'kpiAnomaly.results'";

/** While the kernel of our notebooks is chosen. */
export const onNotebook = "notebookKernel == 'kpi-anomaly.kpi-anomaly-detector/kpi-typescript'";
