import { readOptions, type Config } from "kpi-anomaly";
import { kernelName } from "./typescript-notebook.js";

/**
 * The text of a notebook that does the analysis of the panel: same file, same configuration, same numbers.
 *
 * @param file name of the CSV file, as the notebook's folder sees it.
 */
export function reportNotebook(file: string, config: Config): string {
  const settings =
    Object.keys(config).length > 0 ? `\nconst config: kpi.Config = ${JSON.stringify(config, null, 2)};` : "";
  const argument = settings === "" ? "" : ", config";
  const cells = [
    markdown(`# KPI anomalies: ${file.replace(/[[\]*_`<>\\]/g, "\\$&")}`),
    code(
      `import * as kpi from "kpi-anomaly";\n${settings}\nconst table = await kpi.readCsv(${JSON.stringify(file)}${readArgument(config)});\ntable`,
    ),
    code(`const report = await kpi.detect(table${argument});\nreport`),
    ...["timeline", "detectorScores", "agreement"].map((plot) => code(`kpi.plots.${plot}.draw(report)`)),
  ];
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

const metadata = {
  kernelspec: { display_name: "KPI TypeScript", language: "typescript", name: kernelName },
  language_info: { name: "typescript", file_extension: ".ts", mimetype: "text/typescript" },
};

const markdown = (source: string): object => ({ cell_type: "markdown", metadata: {}, source: lines(source) });
const code = (source: string): object => ({
  cell_type: "code",
  execution_count: null,
  metadata: {},
  outputs: [],
  source: lines(source),
});
const lines = (text: string): string[] => text.split(/(?<=\n)/);

/** The parts of a configuration that say how the file is read, as a second argument. */
function readArgument(config: Config): string {
  const options = readOptions(config);
  return Object.keys(options).length > 0 ? `, ${JSON.stringify(options)}` : "";
}
