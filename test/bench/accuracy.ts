import { parseArgs } from "node:util";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { analyseSeries } from "../../kernel-lib/src/analyse-series.js";
import { labelRuns, type Range } from "../../kernel-lib/src/evaluate/metrics.js";
import { createRandom } from "../../kernel-lib/src/numeric/random.js";
import { labelledFiles } from "./accuracy/labelled-files.js";
import { measure, type Achieved } from "./accuracy/measure.js";
import { anomalousSeries } from "./generated/anomalous-series.js";
import { kindSeries } from "./generated/kinds/index.js";
import { everydaySeries } from "./generated/everyday-series.js";
import type { LabelledSeries } from "./generated/labelled-series.js";
import { nullSeries, OTHER_LENGTHS } from "./generated/null-series.js";
import { wildNullSeries } from "./generated/wild-null-series.js";
import { withHoles } from "./generated/with-holes.js";

/*
 * npm run bench -- accuracy --data DIR [--baseline past] [--without flatRun] [--files]: every registered detector, the vote,
 * the combined default and a random score on the labelled series of DIR, without any tuning to a series.
 * npm run bench -- accuracy --generated [--seed 2]: the same on generated series, recall by kind of event
 * (with --kinds alone), and how many of 200 without events are silent (with --silence alone).
 */

const { values: options } = parseArgs({
  options: {
    data: { type: "string" },
    generated: { type: "boolean", default: false },
    kinds: { type: "boolean", default: false },
    silence: { type: "boolean", default: false },
    files: { type: "boolean", default: false },
    baseline: { type: "string", default: "history" },
    without: { type: "string", multiple: true, default: [] },
    only: { type: "string", default: "" },
    seed: { type: "string", default: "2" },
  },
});

const MEASURES = ["vusPr", "aucPr", "eventF1", "rowF1", "falseAlarmsPerThousand", "flagged"] as const;
type Rated = Achieved & { readonly source: string; readonly file: string };

const off = Object.fromEntries(options.without.map((id) => [id, { enabled: false }]));
const config = resolveConfig({ mode: "auto", baseline: options.baseline as "history" | "past", detectors: off });

async function rateAll(items: readonly (LabelledSeries & { readonly source: string })[]): Promise<Rated[]> {
  const rated: Rated[] = [];
  const bands: { coverage: number; width: number }[] = [];
  for (const item of items) {
    const { achieved, band } = await measure(item, config);
    bands.push(band);
    rated.push(...achieved.map((each) => ({ ...each, source: item.source, file: item.name })));
    if (options.files)
      console.log(
        `${item.name}: ${achieved
          .slice(0, 1)
          .map((each) => `VUS-PR ${digits(each.vusPr)}, event F1 ${digits(each.eventF1)}, ${each.incidents} incidents`)
          .join()}; band holds ${digits(100 * band.coverage)} %`,
      );
  }
  console.log(
    `\nUsual range (99 %): holds ${digits(100 * mean(bands.map((band) => band.coverage)))} % of the unlabelled rows (least ${digits(100 * Math.min(...bands.map((band) => band.coverage)))} %), mean width ${digits(mean(bands.map((band) => band.width)))} deviations of the remainder`,
  );
  return rated;
}

/** One table: the mean of each measure by source, and of the sources with a bootstrap interval over series. */
function print(rated: readonly Rated[], methods: readonly string[]): void {
  const sources = [...new Set(rated.map(({ source }) => source))];
  for (const measure of MEASURES) {
    console.log(
      `\n${measure}\n${"".padEnd(28)}${sources.map((source) => source.padStart(12)).join("")}   mean of sources [95 % interval]`,
    );
    for (const method of methods) {
      const own = rated.filter((each) => each.method === method);
      const bySource = sources.map((source) =>
        own
          .filter((each) => each.source === source)
          .map((each) => each[measure])
          .filter((value) => !Number.isNaN(value)),
      );
      const [low, high] = bootstrap(bySource);
      console.log(
        `${method.padEnd(28)}${bySource.map((values) => digits(mean(values)).padStart(12)).join("")}   ${digits(meanOfMeans(bySource))} [${digits(low)}, ${digits(high)}]`,
      );
    }
  }
}

function bootstrap(bySource: readonly number[][]): [number, number] {
  const random = createRandom(1);
  const draws = Array.from({ length: 1000 }, () =>
    meanOfMeans(bySource.map((values) => values.map(() => values[random.integer(values.length)]))),
  ).sort((a, b) => a - b);
  return [draws[25], draws[974]];
}

/** How often the combined score reaches nine tenths of the best single detector. */
function printNearBest(rated: readonly Rated[]): void {
  const files = [...new Set(rated.map(({ file }) => file))];
  const ratios = files.flatMap((file) => {
    const own = rated.filter((each) => each.file === file && !Number.isNaN(each.vusPr));
    const single = own
      .filter(({ method }) => !["combined (default)", "vote", "random"].includes(method))
      .map(({ vusPr }) => vusPr);
    return own.length > 0 ? [own[0].vusPr / Math.max(...single)] : [];
  });
  console.log(
    `\nCombined reaches 0.9 of the best single detector on ${digits((100 * ratios.filter((ratio) => ratio >= 0.9).length) / ratios.length)} % of ${ratios.length} series`,
  );
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : NaN;
}

function meanOfMeans(groups: readonly (readonly number[])[]): number {
  return mean(groups.map(mean).filter((value) => !Number.isNaN(value)));
}

function digits(value: number): string {
  return Number.isNaN(value) ? "-" : value.toFixed(value >= 20 ? 2 : 3);
}

async function printSilence(calm: readonly LabelledSeries[], what: string): Promise<void> {
  const silent = new Map<string, number[]>();
  for (const item of calm) {
    const { achieved } = await measure(item, {
      ...config,
      detectors: Object.fromEntries(
        Object.entries(config.detectors).map(([id, entry]) => [
          id,
          /^(zScore|interquartileRange|isolationForest|localOutlierFactor|oneClassSvm)$/.test(id)
            ? { ...entry, enabled: false }
            : entry,
        ]),
      ),
    });
    const parts = item.name.split(", ");
    const kind = parts.slice(0, Math.max(1, parts.length - 2)).join(", ");
    silent.set(kind, [...(silent.get(kind) ?? []), achieved[0].incidents === 0 ? 1 : 0]);
  }
  const all = [...silent.values()].flat();
  console.log(`\n${what} that are silent: ${digits(mean(all))} of ${all.length}`);
  for (const [kind, values] of silent)
    if (mean(values) < 1) console.log(`  ${kind.padEnd(24)} ${digits(mean(values))}`);
}

/** Which part of the events of each kind an incident meets, and incidents a series that meet none. */
async function printKinds(each: number): Promise<void> {
  const byKind = new Map<string, { events: number; found: number; loud: number }>();
  for (const item of kindSeries(each, seed)) {
    const { report } = await analyseSeries({
      series: item.series,
      lines: item.series.records,
      decimals: 3,
      config: { ...config, votes: false },
    });
    const incidents = report.incidents.filter(({ kind }) => kind !== "missing");
    const events = labelRuns(item.labels);
    const meets = (a: Range, b: Range): boolean => a.start <= b.end && b.start <= a.end;
    const own = byKind.get(item.kind) ?? { events: 0, found: 0, loud: 0 };
    byKind.set(item.kind, {
      events: own.events + events.length,
      found: own.found + events.filter((event) => incidents.some((incident) => meets(event, incident))).length,
      loud: own.loud + incidents.filter((incident) => !events.some((event) => meets(event, incident))).length,
    });
  }
  console.log(`\nRecall by kind of event, and incidents a series beside them (${each} series each)`);
  for (const [kind, { events, found, loud }] of byKind)
    console.log(
      `  ${kind.padEnd(36)} ${digits(found / events)} of ${String(events).padStart(3)}, ${digits(loud / each)}`,
    );
  const recalls = [...byKind.values()].map(({ events, found }) => found / events);
  console.log(`  ${"mean of kinds".padEnd(36)} ${digits(mean(recalls))}`);
}

const seed = Number(options.seed);
const items = [
  ...(options.data ? labelledFiles(options.data) : []),
  ...(options.generated
    ? [
        ...(["operations", "business", "heldBack"] as const).flatMap((group) =>
          anomalousSeries(group, 40, seed).map((item) => ({ ...item, source: group })),
        ),
        ...(["watched", "services", "faults"] as const).flatMap((group) =>
          everydaySeries(group, 40, seed).map((item) => ({ ...item, source: group })),
        ),
      ]
    : []),
].filter(({ name }) => name.includes(options.only));
if (options.kinds) await printKinds(20);
if (options.silence) await printSilences();
if (options.kinds || options.silence) process.exit(0);
if (items.length === 0) throw new Error("Say --data DIR (a folder with labels.json) or --generated.");
const rated = await rateAll(items);
print(rated, [...new Set(rated.map(({ method }) => method))]);
printNearBest(rated);
if (options.generated) {
  await printKinds(20);
  await printSilences();
}

async function printSilences(): Promise<void> {
  await printSilence(nullSeries(200, seed), "Series without events");
  await printSilence(nullSeries(256, seed, OTHER_LENGTHS), "The same, short and long,");
  await printSilence(nullSeries(200, seed).map(withHoles), "The first ones with holes");
  await printSilence(wildNullSeries(180, seed), "Those that look like events most easily");
}
