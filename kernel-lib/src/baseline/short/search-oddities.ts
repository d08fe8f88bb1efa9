import { log } from "../../numeric/math.js";
import { countChanges, KeptRows, type ShortTable, type Strengths } from "./kept-rows.js";
import { learnStrengths } from "./learn-strengths.js";
import { predict, predictAll, type Prediction } from "./prediction.js";
import { findOddities } from "./oddity.js";
import { withChange, withoutRow } from "./update-prediction.js";

/** A model of a short table: which rows are left out, where its level changes, and how strong its parts are. */
export interface Explanation {
  readonly kept: KeptRows;
  /** Rows at which the level changes, in the order found. */
  readonly changes: readonly number[];
  readonly strengths: Strengths;
  readonly logLikelihood: number;
  /** The likelihood, less what each row left out and each change costs. */
  readonly criterion: number;
}

/** Strengths are learnt anew after so many oddities: while one is in the data they explain it, after many they hold. */
const RELEARN: readonly number[] = [1, 3, 6, 10];

/** The t value beyond which the oddest of `n` rows is not chance, one more than the largest of as many normal numbers. */
export const oddAt = (n: number): number => Math.sqrt(2 * log(Math.max(n, 8))) + 1;

/** What a change, and a change there and back, must have more: there are as many changes as rows, and many more pairs. */
const CHANGE_MORE = 0.5;
const STAY_MORE = 1.5;

/** So much below the threshold a row that was left out comes back. */
const BACK = 0.3;

/** Makes the kept rows of a table once for each set of them. */
export class RowSets {
  private readonly made = new Map<string, KeptRows>();
  constructor(readonly table: ShortTable) {}

  of(keep: Uint8Array): KeptRows {
    const key = keep.join("");
    const found =
      this.made.get(key) ??
      new KeptRows(
        this.table,
        Int32Array.from(keep.keys()).filter((row) => keep[row] === 1),
      );
    this.made.set(key, found);
    return found;
  }
}

/** Takes out single rows and level changes one after another, the oddest first. */
export function searchOddities(
  sets: RowSets,
  known: Uint8Array,
  start: Strengths,
  free: readonly number[],
): Explanation {
  const { table } = sets;
  const { n } = table;
  const keep = known.slice();
  const changes: number[] = [];
  let strengths = start;
  let kept = sets.of(keep);
  const all = kept.size;
  let prediction: Prediction | null = null;
  for (let round = 0; round < Math.max(3, Math.floor(n / 4)); round++) {
    if (RELEARN.includes(round)) {
      strengths = learnStrengths(kept, strengths, countChanges(n, changes), free).strengths;
      prediction = null;
    }
    prediction = takeOut(kept, prediction ?? predict(kept, strengths, changes), keep, changes);
    if (prediction === null) break;
    kept = sets.of(keep);
    if (kept.size < 0.6 * all) break;
  }
  if (free.length > 0) strengths = learnStrengths(kept, strengths, countChanges(n, changes), free).strengths;
  kept = takeBack(sets, known, keep, strengths, changes);
  const logLikelihood = kept.logLikelihood(strengths, countChanges(n, changes));
  const price = (changes.length + all - kept.size) * (log(n) + 2);
  return { kept, changes, strengths, logLikelihood, criterion: logLikelihood - price };
}

/** The prediction without what is oddest, or null when nothing is odd enough. */
function takeOut(kept: KeptRows, prediction: Prediction, keep: Uint8Array, changes: number[]): Prediction | null {
  const { values, rows, table } = kept;
  const square = prediction.weights.reduce((sum, weight, i) => sum + weight * values[i], 0);
  const { row, change, stay } = findOddities(prediction, rows, table.n, square, changes);
  const [changeAt, stayAt] = [change.t - CHANGE_MORE, stay.t - STAY_MORE];
  if (Math.max(row.t, changeAt, stayAt) < oddAt(table.n)) return null;
  if (Math.max(changeAt, stayAt) <= row.t) {
    keep[row.at] = 0;
    return withoutRow(prediction, values, rows.indexOf(row.at));
  }
  const found = stayAt > changeAt ? [stay.from, stay.to] : [change.at];
  changes.push(...found);
  return found.reduce((before, from) => withChange(before, values, rows, from), prediction);
}

/** With all that is known now, rows that are usual after all come back in and others that are not go. */
function takeBack(
  sets: RowSets,
  known: Uint8Array,
  keep: Uint8Array,
  strengths: Strengths,
  changes: readonly number[],
): KeptRows {
  const { n, values } = sets.table;
  const most = oddAt(n);
  let kept = sets.of(keep);
  for (let round = 0; round < 2; round++) {
    const { mean, deviation } = predictAll(kept, strengths, changes, predict(kept, strengths, changes));
    let moved = false;
    for (let row = 0; row < n; row++) {
      if (known[row] === 0) continue;
      const distance = Math.abs((values[row] - mean[row]) / deviation[row]);
      const kicked = keep[row] === 1 && distance > most;
      if (!kicked && !(keep[row] === 0 && distance < most - BACK)) continue;
      keep[row] = kicked ? 0 : 1;
      moved = true;
    }
    if (!moved) break;
    kept = sets.of(keep);
  }
  return kept;
}
