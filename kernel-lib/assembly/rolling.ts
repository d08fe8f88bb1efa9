/** So many values tell where a block lies. */
const WITNESSES: i32 = 15;

/**
 * Goes along a series and tells mean and deviation of the window before each point: src/numeric/windows/rolling-moments.ts says how.
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
  before: usize; // ends of the block before, window + 1 of each: means, squares, counts
  own: usize; // ends of this block
  full: bool; // nothing is missing in the block before; its counts are not written down
  counted: bool; // those of this block are

  /** Gets ready for point `first`. `cells` has room for 264 numbers that are not needed. */
  begin(values: usize, length: i32, window: i32, minCount: i32, inverses: usize, scale: f64, first: i32, cells: usize): void {
    this.values = values;
    this.length = length;
    this.window = window;
    this.minCount = max(1, minCount);
    this.inverses = inverses;
    this.scale = scale;
    this.witnesses = changetype<usize>(this) + offsetof<Rolling>();
    this.before = this.witnesses + <usize>(WITNESSES << 3);
    this.own = this.before + this.ends() * 3;
    memory.fill(this.before, 0, this.ends() * 6);
    this.full = false;
    this.start = max(0, first / window - 1) * window;
    this.shift = this.start === 0 ? this.firstFinite() : 0;
    this.startOver();
    for (let at = this.start; at < first; ) {
      const some = min(256, first - at);
      this.next(cells, cells, some);
      at += some;
    }
  }

  /** The next `count` points; one number beyond them may be written over. */
  next(mean: usize, deviation: usize, count: i32): void {
    while (count > 0) {
      if (this.place === this.window) this.enterBlock();
      const some = min(count, this.window - this.place);
      if (!this.goOnKnown(mean, deviation, some)) this.goOn(mean, deviation, some);
      this.place += some;
      mean += <usize>some << 3;
      deviation += <usize>some << 3;
      count -= some;
    }
  }

  /** Bytes of one kind of number about the ends of a block. */
  // @ts-ignore: decorator
  @inline
  private ends(): usize {
    return <usize>(this.window + 1) << 3;
  }

  private enterBlock(): void {
    const before = this.before;
    this.before = this.own;
    this.own = before;
    this.full = this.ownCount === this.window;
    this.start += this.window;
    this.shift = this.ownShift;
    this.startOver();
  }

  private startOver(): void {
    this.ownShift = this.shiftOf(this.start);
    this.counted = false;
    this.place = this.count = this.ownCount = 0;
    this.average = this.ownAverage = this.sum = this.ownSum = 0;
  }

  /** Where nothing is missing: first the sums, which wait for each other, then the moments two at a time. False: something is. */
  private goOnKnown(mean: usize, deviation: usize, length: i32): bool {
    const place = this.place;
    const window = this.window;
    if (!this.full || this.count !== place || this.ownCount !== place || this.start + window > this.length || window < this.minCount) return false;
    const shifts = f64x2.replace_lane(f64x2.splat(this.shift), 1, this.ownShift);
    const scales = f64x2.splat(this.scale);
    let averages = f64x2.replace_lane(f64x2.splat(this.average), 1, this.ownAverage);
    let sums = f64x2.replace_lane(f64x2.splat(this.sum), 1, this.ownSum);
    let broken = f64x2.splat(0);
    let at = this.values + (<usize>(this.start + place) << 3);
    let back = this.values + (<usize>(this.start + window - 1 - place) << 3);
    let inverse = this.inverses + (<usize>place << 3);
    let own = this.own + (<usize>(window - 1 - place) << 3);
    const squares = this.ends();
    const gap = deviation - mean;
    for (let to = mean, last = mean + (<usize>length << 3); to < last; to += 8) {
      v128.store64_lane(to, averages, 0);
      v128.store64_lane(to + gap, sums, 0);
      const pair = f64x2.mul(f64x2.sub(v128.load64_lane(back, v128.load64_zero(at), 1), shifts), scales);
      // x - x is 0 for finite x and NaN for all others.
      broken = f64x2.add(broken, f64x2.sub(pair, pair));
      inverse += 8;
      const differences = f64x2.sub(pair, averages);
      averages = f64x2.add(averages, f64x2.mul(differences, v128.load64_splat(inverse)));
      sums = f64x2.add(sums, f64x2.mul(differences, f64x2.sub(pair, averages)));
      v128.store64_lane(own, averages, 1);
      v128.store64_lane(own + squares, sums, 1);
      at += 8;
      back -= 8;
      own -= 8;
    }
    if (f64x2.extract_lane(broken, 0) + f64x2.extract_lane(broken, 1) !== 0) return false;
    this.count = this.ownCount = place + length;
    this.average = f64x2.extract_lane(averages, 0);
    this.ownAverage = f64x2.extract_lane(averages, 1);
    this.sum = f64x2.extract_lane(sums, 0);
    this.ownSum = f64x2.extract_lane(sums, 1);
    this.joinKnown(mean, deviation, length);
    return true;
  }

  /** Joins ends of the block before with starts of this one, which stand where the moments are to be. */
  private joinKnown(mean: usize, deviation: usize, length: i32): void {
    const squares = this.ends();
    const inverse = load<f64>(this.inverses + (<usize>this.window << 3));
    const inverses = f64x2.splat(inverse);
    const units = f64x2.splat(1 / this.scale);
    const shifts = f64x2.splat(this.shift);
    const two = f64x2.splat(2);
    let end = this.before + (<usize>this.place << 3);
    let counts = f64x2.replace_lane(f64x2.splat(<f64>this.place), 1, <f64>(this.place + 1));
    let rests = f64x2.sub(f64x2.splat(<f64>this.window), counts);
    for (const last = mean + (<usize>length << 3); mean < last; mean += 16, deviation += 16, end += 16) {
      const endMeans = v128.load(end);
      const steps = f64x2.sub(v128.load(mean), endMeans);
      const shares = f64x2.mul(counts, inverses);
      v128.store(mean, f64x2.add(f64x2.mul(f64x2.add(endMeans, f64x2.mul(steps, shares)), units), shifts));
      const apart = f64x2.mul(f64x2.mul(f64x2.mul(steps, steps), shares), rests);
      const whole = f64x2.add(f64x2.add(v128.load(end + squares), v128.load(deviation)), apart);
      v128.store(deviation, f64x2.mul(f64x2.sqrt(f64x2.mul(whole, inverses)), units));
      counts = f64x2.add(counts, two);
      rests = f64x2.sub(rests, two);
    }
  }

  /** The same with values missing, one at a time. */
  private goOn(mean: usize, deviation: usize, length: i32): void {
    const inverses = this.inverses;
    const unit = 1 / this.scale;
    const window = this.window;
    const squares = this.ends();
    const shifts = f64x2.replace_lane(f64x2.splat(this.shift), 1, this.ownShift);
    const scales = f64x2.splat(this.scale);
    let averages = f64x2.replace_lane(f64x2.splat(this.average), 1, this.ownAverage);
    let sums = f64x2.replace_lane(f64x2.splat(this.sum), 1, this.ownSum);
    this.countOwn();
    for (let i = 0; i < length; i++) {
      const place = this.place + i;
      const end = this.before + (<usize>place << 3);
      const endCount = this.full ? <f64>(window - place) : load<f64>(end + 2 * squares);
      const total = <i32>endCount + this.count;
      const to = <usize>i << 3;
      if (total < this.minCount) {
        store<f64>(mean + to, NaN);
        store<f64>(deviation + to, NaN);
      } else {
        const endMean = load<f64>(end);
        const step = f64x2.extract_lane(averages, 0) - endMean;
        const inverse = load<f64>(inverses + (<usize>total << 3));
        const share = <f64>this.count * inverse;
        store<f64>(mean + to, (endMean + step * share) * unit + this.shift);
        store<f64>(deviation + to, sqrt((load<f64>(end + squares) + f64x2.extract_lane(sums, 0) + step * step * share * endCount) * inverse) * unit);
      }
      const back = window - 1 - place;
      const pair = f64x2.mul(f64x2.sub(f64x2.replace_lane(f64x2.splat(this.valueAt(this.start + place)), 1, this.valueAt(this.start + back)), shifts), scales);
      const known = f64x2.eq(f64x2.sub(pair, pair), f64x2.splat(0));
      const which = i64x2.bitmask(known);
      this.count += which & 1;
      this.ownCount += which >> 1;
      const factors = f64x2.replace_lane(f64x2.splat(load<f64>(inverses + (<usize>this.count << 3))), 1, load<f64>(inverses + (<usize>this.ownCount << 3)));
      const differences = f64x2.sub(pair, averages);
      const moved = f64x2.add(averages, f64x2.mul(differences, factors));
      sums = v128.bitselect(f64x2.add(sums, f64x2.mul(differences, f64x2.sub(pair, moved))), sums, known);
      averages = v128.bitselect(moved, averages, known);
      const own = this.own + (<usize>back << 3);
      v128.store64_lane(own, averages, 1);
      v128.store64_lane(own + squares, sums, 1);
      store<f64>(own + 2 * squares, <f64>this.ownCount);
    }
    this.average = f64x2.extract_lane(averages, 0);
    this.ownAverage = f64x2.extract_lane(averages, 1);
    this.sum = f64x2.extract_lane(sums, 0);
    this.ownSum = f64x2.extract_lane(sums, 1);
  }

  /** Writes the counts of the ends of this block down that were left out while nothing was missing. */
  private countOwn(): void {
    if (this.counted) return;
    this.counted = true;
    const counts = this.own + 2 * this.ends();
    for (let known = 0; known <= this.place; known++) store<f64>(counts + (<usize>(this.window - known) << 3), <f64>known);
  }

  // @ts-ignore: decorator
  @inline
  private valueAt(i: i32): f64 {
    return i < this.length ? load<f64>(this.values + (<usize>i << 3)) : NaN;
  }

  private firstFinite(): f64 {
    for (let i = 0; i < this.length; i++) {
      const value = this.valueAt(i);
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
      const value = this.valueAt(i);
      if (value - value !== 0) continue;
      let place = sorted + (count++ << 3);
      for (; place > sorted && load<f64>(place - 8) > value; place -= 8) store<f64>(place, load<f64>(place - 8));
      store<f64>(place, value);
    }
    return count > 0 ? load<f64>(sorted + ((count >> 1) << 3)) : 0;
  }
}
