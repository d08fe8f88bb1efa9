import { parseArgs } from "node:util";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { version } from "../../kernel-lib/src/version.js";
import { tableOf, type Figure } from "./baseline/figures.js";
import { hiddenFigures } from "./baseline/hidden-cells.js";
import { hiddenReal, hiddenSeries } from "./baseline/hidden-series.js";
import { generatedChanges, realChanges } from "./baseline/level-changes.js";
import { eventFigures } from "./baseline/planted-events.js";
import { quietFigures } from "./baseline/quiet.js";
import { isChangeable, realSeries } from "./baseline/real-series.js";

/** Series of each family by default. */
const SERIES = "20";
/** Values are hidden in one series of each family for so many of the others. */
const HIDDEN = 5;

/**
 * `npm run bench -- baseline [SERIES] [SEED] [--data FOLDER]...`: what the model of what is normal finds in generated business series,
 * SERIES of each family (20), as a table of figures beside their goals, with statsmodels' STL beside it on hidden values where
 * there is Python. With folders of CSV files also in real series, hidden values once in each and five level changes for each of SERIES. The seed
 * follows from the version, so each release is measured on series that nothing was chosen on; what is looked at while the
 * model is built takes a seed of its own.
 */
export function run(args: string[]): void {
  const { values: options, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { data: { type: "string", multiple: true, default: [] } },
  });
  const [count, seed] = [
    Number(positionals[0] ?? SERIES),
    Number(positionals[1] ?? createRandom(`baseline/${version}`).integer(2 ** 31)),
  ];
  console.log(`version ${version}, seed ${seed}, ${count} series of each family`);
  const figures: Figure[] = [];
  const measure = (title: string, part: () => readonly Figure[]): void => {
    const started = process.cpuUsage();
    figures.push(...part());
    console.error(`${title}: processor time ${(process.cpuUsage(started).user / 1e6).toFixed(0)} s`);
  };
  const real = realSeries(options.data);
  const bases = real.filter(isChangeable);
  const hidden = hiddenSeries(Math.ceil(count / HIDDEN), seed);
  measure("hidden values", () => hiddenFigures(hidden, hiddenReal(real, seed)));
  measure("level changes", () => generatedChanges(2 * count, seed));
  if (bases.length > 0) measure("level changes of real series", () => realChanges(bases, 5 * count, seed));
  measure("nothing happens", () => quietFigures(count, seed));
  measure("planted events", () => eventFigures(count, seed));
  console.log(tableOf(figures));
}
