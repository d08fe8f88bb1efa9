import { columnMarks, type CountedMark, type MarkedNumber, type MarkKind } from "./number-marks.js";

/** What was cut off the numbers of a column. */
export interface CutMarks {
  readonly kind: MarkKind;
  /** The marks, commonest first. */
  readonly marks: readonly string[];
  /** Cells that had one. */
  readonly cells: number;
}

/** Marks of one column beyond this many are text, not marks. */
const MOST_MARKS = 40;

/** Collects which distinct cells of a column have which mark beside their number. */
export class MarkedNumbers {
  readonly #marks: MarkedNumber[] = [];
  readonly #places = new Map<string, number>();
  readonly #ofCode: Uint16Array;

  /** @param codes distinct cells there are */
  constructor(codes: number) {
    this.#ofCode = new Uint16Array(codes);
  }

  get empty(): boolean {
    return this.#marks.length === 0;
  }

  has(code: number): boolean {
    return this.#ofCode[code] > 0;
  }

  add(code: number, mark: MarkedNumber): void {
    let place = this.#places.get(mark.mark);
    if (place === undefined) {
      // So many marks settle nothing: the last place stands for all that are too many.
      place = Math.min(this.#marks.length, MOST_MARKS);
      if (place === MOST_MARKS && this.#marks.length > MOST_MARKS) {
        this.#ofCode[code] = place + 1;
        return;
      }
      this.#places.set(mark.mark, place);
      this.#marks.push(mark);
    }
    this.#ofCode[code] = place + 1;
  }

  /**
   * Decides what the marks mean and tells it for each distinct cell: `apply(code, factor)`, NaN when it is no number after all.
   * @param cells how often each distinct cell stands in the column
   * @param plain cells without a mark
   */
  settle(cells: Uint32Array, plain: number, apply: (code: number, factor: number) => void): CutMarks | null {
    const counted: CountedMark[] = this.#marks.map((mark) => ({ ...mark, cells: 0 }));
    const counts = new Float64Array(counted.length);
    this.#ofCode.forEach((place, code) => {
      if (place > 0) counts[place - 1] += cells[code];
    });
    const marks = counted.map((mark, i) => ({ ...mark, cells: counts[i] }));
    const found = marks.length > MOST_MARKS ? null : columnMarks(marks, plain);
    this.#ofCode.forEach((place, code) => {
      if (place > 0) apply(code, found ? found.factors[place - 1] : NaN);
    });
    if (!found) return null;
    const kept = marks.filter((_, i) => !Number.isNaN(found.factors[i])).sort((a, b) => b.cells - a.cells);
    return {
      kind: found.kind,
      marks: kept.map(({ mark }) => mark),
      cells: kept.reduce((sum, mark) => sum + mark.cells, 0),
    };
  }
}
