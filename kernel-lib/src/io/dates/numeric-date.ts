/** In which places year, month and day stand. `X` is a day or a month (or a two-digit year): the whole column decides. */
export const DateOrder = {
  /** Year of four digits first: 2024-01-31. */
  yearFirst: 0,
  /** Year of four digits last: 31/01/2024 or 01/31/2024. */
  yearLast: 1,
  /** Two digits each: 31/01/24. */
  twoDigits: 2,
  /** 2024-01 */
  yearMonth: 3,
  /** 01/2024 */
  monthYear: 4,
  /** 2024-031 */
  ordinal: 5,
  /** A time of day alone. */
  time: 6,
} as const;

/** How much of a time of day is written. */
export const TimeParts = { none: 0, hour: 1, minute: 2, second: 3, fraction: 4 } as const;

const DAY_MILLISECONDS = 86_400_000;
const NOON = 43_200_000;

/**
 * Reads dates made of digits, `2024-01-31`, `31.1.2024 13:05`, `1/31/24 1:05 PM`, `2024-01-31T13:05:09.250+01:00`,
 * `13:05`, straight from bytes. One object is used for many cells: after `read` gave true, the fields say what was there.
 * Day and month are not told apart here.
 */
export class NumericDateReader {
  order = 0;
  /** The three numbers in the order they stand. */
  first = 0;
  second = 0;
  third = 0;
  /** Time of day in milliseconds, minus the offset when there is one: may fall on the day before or after. */
  time = 0;
  timeParts = 0;
  /** Whether an offset or a zone stands behind the time. */
  zoned = false;
  separator = 0;
  timeSeparator = 0;
  timeMark = 0;
  twelveHours = false;
  /** Whether a number below ten stands without a zero before it. */
  unpadded = false;
  unpaddedHour = false;
  #at = 0;

  /** Reads `bytes[start, end)`; false when it is no such date, and then the fields mean nothing. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    while (start < end && bytes[start] === 32) start++;
    while (start < end && bytes[end - 1] === 32) end--;
    const length = end - start;
    this.zoned = this.twelveHours = this.unpadded = this.unpaddedHour = false;
    if ((length === 19 || length === 20 || length === 25) && this.#usual(bytes, start, end)) return true;
    this.zoned = false;
    this.time = this.timeParts = this.timeSeparator = this.timeMark = this.separator = 0;
    this.#at = start;
    if (length < 4 || length > 48) return false;
    if (isDigit(bytes[start]) && (bytes[start + 1] === 58 || bytes[start + 2] === 58)) {
      this.order = DateOrder.time;
      return this.#time(bytes, end) && this.#at === end;
    }
    if (this.#digitRun(bytes, start, end) === 3 && this.#dottedTime(bytes, end)) return this.#at === end;
    this.#at = start;
    return this.#date(bytes, start, end) && (this.#at === end || this.#timeBehind(bytes, end));
  }

  /**
   * `2024-01-31 13:05:09` or with a T, `31.01.2024 13:05:09`, each also with `Z` or `+01:00` behind it: what most files of machines
   * have, without looking for its parts.
   */
  #usual(bytes: Uint8Array, p: number, end: number): boolean {
    const between = bytes[p + 10];
    if ((between !== 32 && between !== 84) || bytes[p + 13] !== 58 || bytes[p + 16] !== 58) return false;
    const hour = digits(bytes, p + 11);
    const minute = digits(bytes, p + 14);
    const second = digits(bytes, p + 17);
    if (bytes[p + 4] === 45 && bytes[p + 7] === 45) {
      this.order = DateOrder.yearFirst;
      this.separator = 45;
      this.first = digits(bytes, p) * 100 + digits(bytes, p + 2);
      this.second = digits(bytes, p + 5);
      this.third = digits(bytes, p + 8);
    } else {
      const separator = bytes[p + 2];
      if (bytes[p + 5] !== separator || (separator !== 45 && separator !== 46 && separator !== 47)) return false;
      this.order = DateOrder.yearLast;
      this.separator = separator;
      this.first = digits(bytes, p);
      this.second = digits(bytes, p + 3);
      this.third = digits(bytes, p + 6) * 100 + digits(bytes, p + 8);
    }
    // Anything that is no digit makes its part too large.
    if (hour > 23 || minute > 59 || second > 59 || this.first > 9999 || this.second > 99 || this.third > 9999)
      return false;
    this.timeSeparator = between;
    this.timeMark = 58;
    this.timeParts = TimeParts.second;
    this.time = ((hour * 60 + minute) * 60 + second) * 1000;
    return end - p === 19 || this.#usualZone(bytes, p + 19, end);
  }

  /** `Z` or `+01:00` up to the end. */
  #usualZone(bytes: Uint8Array, p: number, end: number): boolean {
    this.zoned = true;
    if (end - p === 1) return (bytes[p] | 32) === 122;
    const hours = digits(bytes, p + 1);
    const minutes = digits(bytes, p + 4);
    if ((bytes[p] !== 43 && bytes[p] !== 45) || bytes[p + 3] !== 58 || hours > 15 || minutes > 59) return false;
    this.time -= (44 - bytes[p]) * (hours * 60 + minutes) * 60_000;
    return true;
  }

  /** `18.00.00`: a time of day with dots, told from a date by its three pairs. */
  #dottedTime(bytes: Uint8Array, end: number): boolean {
    const p = this.#at;
    if (!(end - p === 8 && bytes[p + 2] === 46 && bytes[p + 5] === 46)) return false;
    const minute = pair(bytes, p + 3);
    // 18.00.00 can be no date, because there is no month 0; 18.12.24 can.
    if (minute !== 0 && pair(bytes, p + 6) !== 0 && minute <= 31) return false;
    this.order = DateOrder.time;
    return this.#time(bytes, end);
  }

  /** Number of dot-separated groups of digits in the cell; 0 when anything else is in it. */
  #digitRun(bytes: Uint8Array, start: number, end: number): number {
    if (end - start !== 8) return 0;
    let groups = 1;
    for (let p = start; p < end; p++) {
      if (bytes[p] === 46) groups++;
      else if (!isDigit(bytes[p])) return 0;
    }
    return groups;
  }

  #date(bytes: Uint8Array, start: number, end: number): boolean {
    let p = start;
    let a = 0;
    while (p < end && isDigit(bytes[p]) && p - start < 9) a = a * 10 + bytes[p++] - 48;
    const aDigits = p - start;
    if (aDigits === 8 && p < end) return this.#compact(a, p);
    const separator = bytes[p];
    if (
      aDigits === 0 ||
      aDigits > 4 ||
      aDigits === 3 ||
      p >= end ||
      (separator !== 45 && separator !== 47 && separator !== 46)
    )
      return false;
    this.separator = separator;
    const bStart = ++p;
    let b = 0;
    while (p < end && isDigit(bytes[p]) && p - bStart < 5) b = b * 10 + bytes[p++] - 48;
    const bDigits = p - bStart;
    this.first = a;
    this.second = b;
    this.third = 1;
    if (bDigits === 0 || bDigits > 4) return false;
    if (p >= end || bytes[p] !== separator) return this.#twoNumbers(aDigits, bDigits, p);
    if (bDigits > 2) return false;
    const cStart = ++p;
    let c = 0;
    while (p < end && isDigit(bytes[p]) && p - cStart < 5) c = c * 10 + bytes[p++] - 48;
    const cDigits = p - cStart;
    this.third = c;
    this.#at = p;
    this.unpadded = aDigits === 1 || bDigits === 1 || cDigits === 1;
    if (aDigits === 4) this.order = DateOrder.yearFirst;
    else if (cDigits === 4) this.order = DateOrder.yearLast;
    else if (cDigits === 2 || cDigits === 1) this.order = DateOrder.twoDigits;
    return (aDigits === 4 && cDigits <= 2 && cDigits > 0) || (aDigits <= 2 && (cDigits === 4 || cDigits === 2));
  }

  #twoNumbers(aDigits: number, bDigits: number, p: number): boolean {
    this.#at = p;
    // With a dot it is a decimal number first of all.
    if (this.separator === 46) return false;
    this.unpadded = aDigits === 1 || bDigits === 1;
    if (aDigits === 4 && bDigits <= 2) this.order = DateOrder.yearMonth;
    else if (aDigits === 4 && bDigits === 3) this.order = DateOrder.ordinal;
    else if (aDigits <= 2 && bDigits === 4) this.order = DateOrder.monthYear;
    else return false;
    return true;
  }

  /** 20240131 with something behind it. */
  #compact(digits: number, p: number): boolean {
    this.order = DateOrder.yearFirst;
    this.first = Math.floor(digits / 10000);
    this.second = Math.floor(digits / 100) % 100;
    this.third = digits % 100;
    this.#at = p;
    return true;
  }

  /** What may stand between a date and its time: T, spaces, a comma with a space, an underscore. */
  #timeBehind(bytes: Uint8Array, end: number): boolean {
    if (this.order >= DateOrder.yearMonth && this.order !== DateOrder.ordinal) return false;
    let p = this.#at;
    this.timeSeparator = bytes[p] === 116 ? 84 : bytes[p];
    if (bytes[p] === 84 || bytes[p] === 116 || bytes[p] === 95) p++;
    else {
      if (bytes[p] === 44) p++;
      if (bytes[p] !== 32) return this.timeSeparator !== 44 && this.#zone(bytes, end);
      while (bytes[p] === 32) p++;
    }
    this.#at = p;
    return this.#time(bytes, end) && this.#at === end;
  }

  #time(bytes: Uint8Array, end: number): boolean {
    let p = this.#at;
    const start = p;
    let hour = 0;
    while (p < end && isDigit(bytes[p]) && p - start < 6) hour = hour * 10 + bytes[p++] - 48;
    const digits = p - start;
    let minute = 0;
    let second = 0;
    let fraction = 0;
    this.timeParts = TimeParts.hour;
    this.unpaddedHour = digits === 1;
    if (digits === 4 || digits === 6) {
      if (this.timeSeparator !== 84) return false;
      if (digits === 6) second = hour % 100;
      this.timeParts = digits === 6 ? TimeParts.second : TimeParts.minute;
      minute = (digits === 6 ? Math.floor(hour / 100) : hour) % 100;
      hour = Math.floor(hour / (digits === 6 ? 10000 : 100));
    } else if (digits === 0 || digits > 2) return false;
    else if (bytes[p] === 58 || (bytes[p] === 46 && isDigit(bytes[p + 2]))) {
      this.timeMark = bytes[p];
      if (p + 3 > end || !isDigit(bytes[p + 1]) || !isDigit(bytes[p + 2])) return false;
      minute = pair(bytes, p + 1);
      p += 3;
      this.timeParts = TimeParts.minute;
      if (bytes[p] === this.timeMark && p + 3 <= end) {
        if (!isDigit(bytes[p + 1]) || !isDigit(bytes[p + 2])) return false;
        second = pair(bytes, p + 1);
        p += 3;
        this.timeParts = TimeParts.second;
      }
    }
    if (
      this.timeParts === TimeParts.second &&
      p < end &&
      (bytes[p] === 46 || bytes[p] === 44) &&
      isDigit(bytes[p + 1])
    ) {
      let scale = 1000;
      for (p++; p < end && isDigit(bytes[p]); p++) fraction += (bytes[p] - 48) * (scale /= 10);
      this.timeParts = TimeParts.fraction;
    }
    this.time = ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(fraction + 1e-6);
    this.#at = p;
    if (!this.#halfOfDay(bytes, end, hour)) return false;
    return minute < 60 && second < 60 && this.time <= DAY_MILLISECONDS && (this.#at === end || this.#zone(bytes, end));
  }

  /** AM and PM; without them an hour alone needs two digits. */
  #halfOfDay(bytes: Uint8Array, end: number, hour: number): boolean {
    let p = this.#at;
    while (p < end && bytes[p] === 32) p++;
    const letter = bytes[p] | 32;
    const isHalf = p < end && (letter === 97 || letter === 112);
    let after = p + 1;
    if (isHalf && bytes[after] === 46) after++;
    if (!isHalf || (bytes[after] | 32) !== 109 || after >= end)
      return this.timeParts !== TimeParts.hour || !this.unpaddedHour;
    // Noon and midnight are 0 in Japan.
    if (hour > 12) return false;
    if (bytes[++after] === 46 && after < end) after++;
    this.twelveHours = true;
    this.time += letter === 112 ? (hour === 12 ? 0 : NOON) : hour === 12 ? -NOON : 0;
    this.#at = after;
    return true;
  }

  /** Z, +01:00, -0500, +02, UTC, GMT. */
  #zone(bytes: Uint8Array, end: number): boolean {
    let p = this.#at;
    while (p < end && bytes[p] === 32) p++;
    const letter = bytes[p] | 32;
    if ((letter === 122 && p + 1 === end) || (p + 3 === end && isUniversal(bytes, p))) {
      this.zoned = true;
      this.#at = end;
      return true;
    }
    if (p + 3 < end && isUniversal(bytes, p)) p += 3;
    const sign = bytes[p] === 43 ? 1 : bytes[p] === 45 ? -1 : 0;
    if (sign === 0 || p + 3 > end || !isDigit(bytes[p + 1]) || !isDigit(bytes[p + 2])) return false;
    const hours = pair(bytes, p + 1);
    p += 3;
    if (bytes[p] === 58 && p < end) p++;
    let minutes = 0;
    if (p < end) {
      if (p + 2 !== end || !isDigit(bytes[p]) || !isDigit(bytes[p + 1])) return false;
      minutes = pair(bytes, p);
      p += 2;
    }
    if (hours > 15 || minutes > 59) return false;
    this.time -= sign * (hours * 60 + minutes) * 60_000;
    this.zoned = true;
    this.#at = p;
    return true;
  }
}

/** Two digits as a number; above a million when they are none. */
function digits(bytes: Uint8Array, p: number): number {
  const tens = bytes[p] - 48;
  const ones = bytes[p + 1] - 48;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : 1e7;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function pair(bytes: Uint8Array, p: number): number {
  return (bytes[p] - 48) * 10 + bytes[p + 1] - 48;
}

/** UTC or GMT. */
function isUniversal(bytes: Uint8Array, p: number): boolean {
  const word = ((bytes[p] | 32) << 16) | ((bytes[p + 1] | 32) << 8) | (bytes[p + 2] | 32);
  return word === 0x757463 || word === 0x676d74;
}
