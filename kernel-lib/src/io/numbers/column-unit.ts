import { signBeside } from "./currency-sign.js";
import type { MarkedNumber } from "./number-marks.js";

/** Share of a column's numbers that must carry its unit: a sign on the first row and the total says nothing of the rows between. */
const LEAST_SHARE = 0.5;

/** Share of cells that may carry another sign. */
const MIXED = 0.1;

/** Units of one column beyond this many are none. */
const MOST_UNITS = 40;

/** The unit of a column, and several where its cells carry several that are not counted in one. */
export interface UnitsFound {
  readonly unit: string | null;
  readonly mixed: readonly string[];
}

const NONE: UnitsFound = { unit: null, mixed: [] };

/** Counts which distinct cells of a column carry which unit; sums of money with a power of ten carry their currency. */
export class UnitsBeside {
  readonly #units: string[] = [];
  /** Place of each code's unit, from 1. */
  readonly #ofCode: Uint8Array;

  /** @param codes distinct cells there are */
  constructor(codes: number) {
    this.#ofCode = new Uint8Array(codes);
  }

  add(code: number, text: string, mark: MarkedNumber | null): void {
    const unit = mark?.kind === "unit" ? mark.mark.replace(/\.$/, "") : signBeside(text);
    if (unit === "") return;
    let place = this.#units.indexOf(unit);
    if (place < 0 && this.#units.length < MOST_UNITS) place = this.#units.push(unit) - 1;
    this.#ofCode[code] = place < 0 ? MOST_UNITS + 1 : place + 1;
  }

  /**
   * The unit that most numbers of the column carry; null where none is, as where euros stand beside dollars, and then all of
   * them, commonest first, as `mixed` (empty for numbers without one, beside a percent sign).
   * @param cells how often each distinct cell stands in the column
   * @param counted unit in which the marks of the column were counted; null where they were no units
   * @param numbers numbers of the column
   */
  settle(cells: Uint32Array, counted: string | null, numbers: number): UnitsFound {
    if (this.#units.length === 0) return NONE;
    const counts = new Float64Array(MOST_UNITS + 1);
    this.#ofCode.forEach((place, code) => {
      if (place > 0) counts[place - 1] += cells[code];
    });
    const all = counts.reduce((sum, each) => sum + each, 0);
    if (all === 0 || all < numbers * LEAST_SHARE) return NONE;
    if (counted !== null) return { unit: counted.replace(/\.$/, ""), mixed: [] };
    const ranked = this.#units.map((unit, i) => ({ unit, cells: counts[i] })).sort((a, b) => b.cells - a.cells);
    const present = ranked.filter(({ cells }) => cells > 0);
    // 12% beside 0.12: which of them are hundredths nobody can tell.
    if (ranked[0].unit === "%" && numbers - all > numbers * MIXED) present.push({ unit: "", cells: numbers - all });
    return {
      unit: ranked[0].cells >= all * (1 - MIXED) ? ranked[0].unit : null,
      mixed: present.length > 1 ? present.map(({ unit }) => unit) : [],
    };
  }
}
