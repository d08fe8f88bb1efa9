// Cuts plain records of delimited text, a piece of the file at a time: whoever calls copies the piece to TEXT, and numbers
// are read while the ends of their cells are looked for. The twin of PlainRecords in src/io/columns, cell for cell.

/** For each column its decimal mark; 0 for a column that is not of numbers. */
const MARKS: usize = 1024;
/** For each column the most digits seen behind the mark. */
const DECIMALS: usize = 1280;
/** Three tables of 23 numbers for long decimals: powers of ten, their upper 26 bits, the rest. */
const POWERS: usize = 2048;
const UPPER: usize = 2304;
const LOWER: usize = 2560;
/** Where the piece was read up to, and how many cells are told in CELLS. */
const REACHED: usize = 3072;
const TOLD: usize = 3076;
/** For so many whole digits (0 to 16) and so many digits (0 to 16): where each of 16 bytes comes from. */
const ORDERS: usize = 3200;
/** The piece, and one byte behind it. */
const TEXT: usize = 8192;
/** Numbers, column by column; room for 32,768. */
const VALUES: usize = 131072;
/** Cells that are no plain numbers: number of the record times 256 plus column, start, end. */
const CELLS: usize = 393216;
/** Where delimiters, line ends and quotes stand, as addresses. */
const PLACES: usize = 786432;

const LINE_FEED: u32 = 10;
const RETURN: u32 = 13;
const SPACE: u32 = 32;
const QUOTE: u32 = 34;

/** Veltkamp's constant: splits 53 bits into 26 and 27. */
const SPLITTER: f64 = 134217729;
const DOUBT: f64 = 1.0 / 281474976710656.0;

/** The number that `count` digits make, the first `whole` of which stand before the mark. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function worth(found: v128, whole: usize, count: usize): u64 {
  // To the right end, without the mark; zeros before them.
  const digits = i8x16.swizzle(found, v128.load(ORDERS + ((whole * 17 + count) << 4)));
  const tens = i8x16(10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1);
  const hundreds = i16x8(100, 100, 1, 1, 100, 100, 1, 1);
  const fours = i16x8.narrow_i32x4_s(
    i32x4.dot_i16x8_s(i16x8.extmul_low_i8x16_s(digits, tens), hundreds),
    i32x4.dot_i16x8_s(i16x8.extmul_high_i8x16_s(digits, tens), hundreds),
  );
  const eights = i32x4.dot_i16x8_s(fours, i16x8(10000, 10000, 1, 1, 10000, 10000, 1, 1));
  const high = <u64>(i32x4.extract_lane(eights, 0) + i32x4.extract_lane(eights, 1));
  return high * 100000000 + <u64>(i32x4.extract_lane(eights, 2) + i32x4.extract_lane(eights, 3));
}

/** `decimalOfParts`, for 16 to 18 digits. */
function longDecimal(digits: u64, lowDigits: usize, decimals: usize): f64 {
  const scale = load<f64>(POWERS + (lowDigits << 3));
  const divisor = load<f64>(POWERS + (decimals << 3));
  const whole = <u64>scale;
  const high = <f64>(digits / whole);
  const low = <f64>(digits % whole);
  const product = high * scale;
  const sum = product + low;
  const quotient = sum / divisor;
  const highSplit = SPLITTER * high;
  const highTop = highSplit - (highSplit - high);
  const highRest = high - highTop;
  const scaleTop = load<f64>(UPPER + (lowDigits << 3));
  const scaleRest = load<f64>(LOWER + (lowDigits << 3));
  const productError = highRest * scaleRest - (product - highTop * scaleTop - highRest * scaleTop - highTop * scaleRest);
  const back = quotient * divisor;
  const quotientSplit = SPLITTER * quotient;
  const quotientTop = quotientSplit - (quotientSplit - quotient);
  const quotientRest = quotient - quotientTop;
  const divisorTop = load<f64>(UPPER + (decimals << 3));
  const divisorRest = load<f64>(LOWER + (decimals << 3));
  const backError =
    quotientRest * divisorRest - (back - quotientTop * divisorTop - quotientRest * divisorTop - quotientTop * divisorRest);
  const rest = (sum - back - backError + (product - sum + low + productError)) / divisor;
  const doubt = abs(rest) * DOUBT;
  const value = quotient + (rest - doubt);
  return value == quotient + (rest + doubt) ? value : NaN;
}

/** May be blank or a remark: delimiter, control characters, space, quote, # / , ; | */
// @ts-ignore: a decorator of AssemblyScript
@inline
function undecided(first: u32, delimiter: u32): bool {
  return first == delimiter || first <= SPACE || first == QUOTE || first == 35 || first == 47 || first == 44 || first == 59 || first == 124;
}

/** Writes down where delimiters, line ends and quotes stand in the piece, in order, up to the line end put behind it. */
function mark(length: usize, delimiter: u32): void {
  const delimiters = i8x16.splat(<i8>delimiter);
  const lineFeeds = i8x16.splat(<i8>LINE_FEED);
  const returns = i8x16.splat(<i8>RETURN);
  const quotes = i8x16.splat(<i8>QUOTE);
  let at = PLACES;
  for (let i: usize = 0; i <= length; i += 16) {
    const bytes = v128.load(TEXT + i);
    let found = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(bytes, delimiters), i8x16.eq(bytes, lineFeeds)),
        v128.or(i8x16.eq(bytes, returns), i8x16.eq(bytes, quotes)),
      ),
    );
    while (found != 0) {
      store<u32>(at, <u32>(TEXT + i) + ctz(found));
      at += 4;
      found &= found - 1;
    }
  }
}

/**
 * Reads plain records from the `length` bytes of the piece, `most` at most; says how many. It stops at the first that is not
 * plain or does not end within the piece.
 */
export function cut(length: i32, columns: i32, delimiter: u32, most: i32): i32 {
  const stop = TEXT + <usize>length;
  const last = columns - 1;
  const stride = <usize>most << 3;
  store<u8>(stop, LINE_FEED);
  mark(length, delimiter);
  let p = TEXT;
  let q = PLACES;
  let told = CELLS;
  let record = 0;
  for (; record < most; record++) {
    const start = p;
    const toldBefore = told;
    let byte: u32 = load<u8>(p);
    if (p >= stop || undecided(byte == QUOTE ? load<u8>(p, 1) : byte, delimiter)) break;
    let place = VALUES + (<usize>record << 3);
    let plain = false;
    for (let c = 0; ; c++) {
      let from = p;
      let to: usize = load<u32>(q);
      byte = load<u8>(to);
      if (byte == QUOTE) {
        while (load<u8>(p) == SPACE) p++;
        if (p == to) {
          from = p + 1;
          do {
            q += 4;
            to = load<u32>(q);
            byte = load<u8>(to);
          } while (byte == delimiter);
          if (byte != QUOTE) break;
          q += 4;
          p = load<u32>(q);
          byte = load<u8>(p);
          if (p != to + 1 || byte == QUOTE) break;
        } else {
          do {
            q += 4;
            to = load<u32>(q);
            byte = load<u8>(to);
          } while (byte == QUOTE);
          p = to;
        }
      } else p = to;
      q += 4;
      if (p >= stop) break;
      const mark: u32 = load<u8>(MARKS + c);
      let value = NaN;
      if (mark != 0 && p == to) {
        const negative = load<u8>(from) == 45;
        const first = from + <usize>negative;
        const length: usize = to - first;
        // Sixteen bytes at once: whether a mark is among the digits, and what they are worth.
        const found = i8x16.sub(v128.load(first), i8x16.splat(48));
        const together: usize = length < 16 ? length : 16;
        const others = i8x16.bitmask(i8x16.gt_u(found, i8x16.splat(9))) & ((1 << together) - 1);
        let whole: usize = others == 0 ? together : ctz(others);
        let marks: usize = others == 0 ? 0 : 1;
        if (length < 20 && (others == 0 || ((others & (others - 1)) == 0 && load<u8>(first + whole) == mark))) {
          let number = worth(found, whole, together - marks);
          let good = true;
          for (let at = first + 16; at < to; at++) {
            byte = load<u8>(at);
            if (byte - 48 <= 9) number = number * 10 + (byte - 48);
            else if (byte == mark && marks == 0) {
              marks = 1;
              whole = at - first;
            } else good = false;
          }
          if (marks == 0) whole = length;
          const digits: usize = length - marks;
          const decimals: usize = digits - whole;
          if (
            good &&
            digits > 0 &&
            (load<u8>(first) != 48 || whole <= 1) &&
            digits <= (decimals > 0 ? 18 : 15)
          ) {
            value =
              digits <= 15 ? <f64>number / load<f64>(POWERS + (decimals << 3)) : longDecimal(number, digits - 9, decimals);
            store<f64>(place, negative ? -value : value);
            if (decimals > <usize>load<u8>(DECIMALS + c)) store<u8>(DECIMALS + c, decimals);
          }
        }
        byte = load<u8>(p);
      }
      if (value != value) {
        store<u32>(told, (record << 8) | c);
        store<u32>(told, from - TEXT, 4);
        store<u32>(told, to - TEXT, 8);
        told += 12;
      }
      p++;
      if (c == last) {
        if (byte == delimiter) break;
        if (byte == RETURN) {
          // Whether a line feed follows is not known at the end of the piece.
          if (p >= stop) break;
          if (load<u8>(p) == LINE_FEED) {
            p++;
            q += 4;
          }
        }
        plain = true;
        break;
      }
      if (byte != delimiter) break;
      place += stride;
    }
    if (!plain) {
      p = start;
      told = toldBefore;
      break;
    }
  }
  store<i32>(REACHED, p - TEXT);
  store<i32>(TOLD, (told - CELLS) / 12);
  return record;
}

/** Line ends of any kind in the piece, which begins behind `before`: a line feed behind a return is none of its own. */
export function lineEnds(length: i32, before: u32): i32 {
  const lineFeeds = i8x16.splat(<i8>LINE_FEED);
  const returns = i8x16.splat(<i8>RETURN);
  let carry: i32 = before == RETURN ? 1 : 0;
  let count = 0;
  for (let i = 0; i < length; i += 16) {
    const left = length - i;
    const kept = left < 16 ? (1 << left) - 1 : 0xffff;
    const bytes = v128.load(TEXT + <usize>i);
    const feeds = i8x16.bitmask(i8x16.eq(bytes, lineFeeds)) & kept;
    const back = i8x16.bitmask(i8x16.eq(bytes, returns)) & kept;
    count += popcnt(back) + popcnt(feeds & ~((back << 1) | carry));
    carry = (back >> 15) & 1;
  }
  return count;
}

/** What kinds of bytes are in the piece: 1 for some above 127, 2 for some NUL. */
export function kindsOfBytes(length: i32): i32 {
  const zero = i8x16.splat(0);
  let high = zero;
  let nul = zero;
  const whole = length & ~15;
  for (let i = 0; i < whole; i += 16) {
    const bytes = v128.load(TEXT + <usize>i);
    high = v128.or(high, bytes);
    nul = v128.or(nul, i8x16.eq(bytes, zero));
  }
  let kinds = (i8x16.bitmask(high) != 0 ? 1 : 0) | (v128.any_true(nul) ? 2 : 0);
  for (let i = whole; i < length; i++) {
    const byte = load<u8>(TEXT + <usize>i);
    if (byte > 127) kinds |= 1;
    if (byte == 0) kinds |= 2;
  }
  return kinds;
}
