/** Bytes of what is known about one end of a block. */
const END: usize = 24;

const WITNESSES: i32 = 15;

/** Mask of a register whose halves are both meant. */
const BOTH: i32 = 3;

/**
 * Goes along a series and tells mean and deviation of the window before each point: src/numeric/rolling-moments.ts says how.
 * Here the ends of a block are summed up backwards while its starts are summed up forwards, one in each half of a register.
 */
@unmanaged
export class Rolling {
  values: usize;
  length: i32;
  window: i32;
  minCount: i32;
  inverses: usize;
  scale: f64;
  start: i32; // the block that we are in
  place: i32; // how far we are in it
  count: i32; // moments of its part before that, counted from `shift`
  ownCount: i32; // moments of its part from window - place on, counted from `ownShift`
  shift: f64;
  ownShift: f64;
  average: f64;
  ownAverage: f64;
  sum: f64;
  ownSum: f64;
  witnesses: usize;
  before: usize; // ends of the block before: window + 1 times count, mean, squares
  own: usize; // ends of this block

  /** Gets ready for point `first`. `cells` has room for 256 numbers that are not needed. */
  begin(values: usize, length: i32, window: i32, minCount: i32, inverses: usize, scale: f64, first: i32, cells: usize): void {
    this.values = values;
    this.length = length;
    this.window = window;
    this.minCount = minCount;
    this.inverses = inverses;
    this.scale = scale;
    this.witnesses = changetype<usize>(this) + offsetof<Rolling>();
    this.before = this.witnesses + <usize>(WITNESSES << 3);
    this.own = this.before + <usize>(window + 1) * END;
    memory.fill(this.before, 0, <usize>(window + 1) * 2 * END);
    this.start = max(0, first / window - 1) * window;
    this.place = 0;
    this.count = this.ownCount = 0;
    this.average = this.ownAverage = this.sum = this.ownSum = 0;
    this.shift = this.start === 0 ? this.firstFinite() : 0;
    this.ownShift = this.shiftOf(this.start);
    for (let at = this.start; at < first; ) {
      const some = min(256, first - at);
      this.next(cells, cells, some);
      at += some;
    }
  }

  /** The next `count` points. */
  next(mean: usize, deviation: usize, count: i32): void {
    while (count > 0) {
      if (this.place === this.window) this.enterBlock();
      const some = min(count, this.window - this.place);
      this.goOn(mean, deviation, some);
      mean += <usize>some << 3;
      deviation += <usize>some << 3;
      count -= some;
    }
  }

  private enterBlock(): void {
    const before = this.before;
    this.before = this.own;
    this.own = before;
    this.start += this.window;
    this.place = 0;
    this.shift = this.ownShift;
    this.ownShift = this.shiftOf(this.start);
    this.count = this.ownCount = 0;
    this.average = this.ownAverage = this.sum = this.ownSum = 0;
  }

  private goOn(mean: usize, deviation: usize, length: i32): void {
    const inverses = this.inverses;
    const unit = 1 / this.scale;
    const shift = this.shift;
    const minCount = max(1, this.minCount);
    const shifts = f64x2.replace_lane(f64x2.splat(shift), 1, this.ownShift);
    const scales = f64x2.splat(this.scale);
    const zero = f64x2.splat(0);
    let count = this.count;
    let ownCount = this.ownCount;
    let averages = f64x2.replace_lane(f64x2.splat(this.average), 1, this.ownAverage);
    let sums = f64x2.replace_lane(f64x2.splat(this.sum), 1, this.ownSum);
    let end = this.before + <usize>this.place * END;
    let ownEnd = this.own + <usize>(this.window - 1 - this.place) * END;
    let at = this.values + (<usize>(this.start + this.place) << 3);
    let back = this.values + (<usize>(this.start + this.window - 1 - this.place) << 3);
    const stop = this.values + (<usize>this.length << 3);
    for (let last = mean + (<usize>length << 3); mean < last; mean += 8, deviation += 8, at += 8, back -= 8, end += END, ownEnd -= END) {
      const endCount = load<f64>(end);
      const total = <i32>endCount + count;
      if (total < minCount) {
        store<f64>(mean, NaN);
        store<f64>(deviation, NaN);
      } else {
        const endMean = load<f64>(end, 8);
        const step = f64x2.extract_lane(averages, 0) - endMean;
        const inverse = load<f64>(inverses + (<usize>total << 3));
        const share = <f64>count * inverse;
        store<f64>(mean, (endMean + step * share) * unit + shift);
        store<f64>(deviation, sqrt((load<f64>(end, 16) + f64x2.extract_lane(sums, 0) + step * step * share * endCount) * inverse) * unit);
      }
      const other = back < stop ? load<f64>(back) : NaN;
      const pair = f64x2.mul(f64x2.sub(f64x2.replace_lane(f64x2.splat(load<f64>(at)), 1, other), shifts), scales);
      const known = f64x2.eq(f64x2.sub(pair, pair), zero);
      const which = i64x2.bitmask(known);
      count += which & 1;
      ownCount += which >> 1;
      const differences = f64x2.sub(pair, averages);
      const factors = f64x2.replace_lane(f64x2.splat(load<f64>(inverses + (<usize>count << 3))), 1, load<f64>(inverses + (<usize>ownCount << 3)));
      const moved = f64x2.add(averages, f64x2.mul(differences, factors));
      const grown = f64x2.add(sums, f64x2.mul(differences, f64x2.sub(pair, moved)));
      if (which === BOTH) {
        averages = moved;
        sums = grown;
      } else {
        averages = v128.bitselect(moved, averages, known);
        sums = v128.bitselect(grown, sums, known);
      }
      store<f64>(ownEnd, <f64>ownCount);
      store<f64>(ownEnd, f64x2.extract_lane(averages, 1), 8);
      store<f64>(ownEnd, f64x2.extract_lane(sums, 1), 16);
    }
    this.place += length;
    this.count = count;
    this.ownCount = ownCount;
    this.average = f64x2.extract_lane(averages, 0);
    this.ownAverage = f64x2.extract_lane(averages, 1);
    this.sum = f64x2.extract_lane(sums, 0);
    this.ownSum = f64x2.extract_lane(sums, 1);
  }

  private firstFinite(): f64 {
    for (let i = 0; i < this.length; i++) {
      const value = load<f64>(this.values + (<usize>i << 3));
      if (value - value === 0) return value;
    }
    return 0;
  }

  /** The middle one of up to 15 values of the block, to count from in the next one. */
  private shiftOf(start: i32): f64 {
    const sorted = this.witnesses;
    const step = (this.window + WITNESSES - 1) / WITNESSES;
    const last = min(this.length, start + this.window);
    let count: usize = 0;
    for (let i = start; i < last; i += step) {
      const value = load<f64>(this.values + (<usize>i << 3));
      if (value - value !== 0) continue;
      let place = sorted + (count++ << 3);
      for (; place > sorted && load<f64>(place - 8) > value; place -= 8) store<f64>(place, load<f64>(place - 8));
      store<f64>(place, value);
    }
    return count > 0 ? load<f64>(sorted + ((count >> 1) << 3)) : 0;
  }
}
