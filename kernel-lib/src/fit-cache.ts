import type { ResolvedConfig } from "./config/config.js";
import { options } from "./config/options/index.js";
import type { Detection } from "./report.js";
import type { Season } from "./season/season.js";
import type { Table } from "./table.js";

/** What was fitted to one series. */
export interface SeriesFits {
  /** What each built-in detector said, by id. */
  readonly detections: Map<string, Detection>;
  /** What is normal; undefined where it is not kept. */
  season?: Season | null;
  /** Whether there is room for the model of a series of so many rows. */
  readonly hasRoom: (rows: number) => boolean;
}

/** Keeps what runs on a table have fitted, for later ones that differ in what is taken from it. Made by `createFitCache`. */
export interface FitCache {
  /**
   * The fits of the series of a table, as they are made with a configuration; what belongs to another table, or to settings
   * that change a fit, is forgotten.
   */
  of(table: Table, config: ResolvedConfig): (kpi: string, key: string) => SeriesFits;
}

/** Rows of models that are kept: some 200 bytes each. */
const MOST_ROWS = 300_000;

/** Options that decide with the fits, and change none of them. */
const DECISION: ReadonlySet<string> = new Set(
  Object.entries(options).flatMap(([name, { decidesOnly }]) => (decidesOnly ? [name] : [])),
);

/**
 * A cache for `hooks.cache` of `detect`: a second run on the same table that only switches detectors, or decides otherwise,
 * fits what no run before has fitted, and gives the bytes of a run without it.
 *
 * @param mostRows models of what is normal are kept for so many rows in all; those of longer series are fitted again
 *
 * @example
 * const cache = createFitCache();
 * const report = await detect(table, {}, { cache });
 * const without = await detect(table, { detectors: { windowedPca: { enabled: false } } }, { cache });
 */
export function createFitCache({ mostRows = MOST_ROWS }: { readonly mostRows?: number } = {}): FitCache {
  let known: { readonly table: Table; readonly settings: string } | undefined;
  let series = new Map<string, SeriesFits>();
  let room = mostRows;
  const hasRoom = (rows: number): boolean => {
    if (rows > room) return false;
    room -= rows;
    return true;
  };
  return {
    of(table, config) {
      const settings = settingsOfFits(config);
      if (known?.table !== table || known.settings !== settings) {
        known = { table, settings };
        series = new Map();
        room = mostRows;
      }
      return (kpi, key) => {
        const name = JSON.stringify([kpi, key]);
        const fits = series.get(name) ?? { detections: new Map(), hasRoom };
        series.set(name, fits);
        return fits;
      };
    },
  };
}

/** All that a fit hangs on. */
function settingsOfFits(config: ResolvedConfig): string {
  const left = Object.entries(config).filter(([name]) => !DECISION.has(name));
  const params = Object.entries(config.detectors).map(([id, detector]) => [id, detector.params]);
  return JSON.stringify({ ...Object.fromEntries(left), detectors: params });
}
