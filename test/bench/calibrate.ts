import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { resolveConfig } from "../../kernel-lib/src/config/resolve-config.js";
import { prepare, type Prepared } from "./calibrate/evidence-of.js";
import { learn } from "./calibrate/learn.js";
import { calibrationSeries } from "./calibrate/series.js";
import { writtenCalibration } from "./calibrate/written.js";

/*
 * npm run calibrate: finds weights, least scales, curves and the dial on generated series with fixed seeds and writes
 * kernel-lib/src/decide/evidence/calibration.generated.ts, the same bytes each time. Two minutes and a half on a quiet core.
 */

const FILE = "kernel-lib/src/decide/evidence/calibration.generated.ts";

const started = performance.now();
const tell = (text: string): void => console.log(`${Math.round((performance.now() - started) / 1000)} s: ${text}`);

export async function run(): Promise<void> {
  const { anomalous, calm } = calibrationSeries();
  const config = resolveConfig({ mode: "auto" });
  const prepared = async (items: typeof anomalous): Promise<Prepared[]> => {
    const done: Prepared[] = [];
    for (const item of items) {
      done.push(await prepare(item, config));
      if (done.length % 100 === 0) tell(`${done.length} of ${items.length} series prepared`);
    }
    return done;
  };
  const [events, nulls] = [await prepared(anomalous), await prepared(calm)];
  writeFileSync(
    resolve(FILE),
    writtenCalibration(
      learn(
        () => events,
        () => nulls,
        tell,
      ),
    ),
  );
}
