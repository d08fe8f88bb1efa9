import { createRandom } from "../../../kernel-lib/src/numeric/random.js";
import { figure, mean, type Figure } from "./figures.js";
import { modelOf } from "./model-of.js";
import { quietFamilies } from "./quiet-families.js";

/** How many series of each family in which nothing happens are silent, `count` of each. */
export function quietFigures(count: number, seed: number): Figure[] {
  const families = Object.entries(quietFamilies).map(([name, series]) => {
    const isSilent = (k: number): boolean =>
      modelOf(series(createRandom(seed).fork(`quiet/${name}/${k}`))).findings.length === 0;
    return { name, silent: mean(Array.from({ length: count }, (_, k) => Number(isSilent(k)))) };
  });
  const least = families.reduce((a, b) => (b.silent < a.silent ? b : a));
  return [
    figure(
      `nothing happens, ${families.length} families: silent`,
      mean(families.map(({ silent }) => silent)),
      0.98,
      `${count} series each`,
    ),
    figure("– the least family", least.silent, 0.85, least.name),
    ...families.map(({ name, silent }) => figure(`– ${name}`, silent, 0.85, "")),
  ];
}
