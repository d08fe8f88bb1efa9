import { closeSync, openSync, readSync, writeFileSync } from "node:fs";
import type { Moment, MomentMember, Moments, PlacedSpan, ToldMoment } from "./moment.js";
import { NumberColumn } from "./number-column.js";

/** Moments that are told with the answer itself. */
const MOST_TOLD = 20;

/** Bytes that are read and written at a time. */
const PIECE = 1 << 16;

/** How many series a moment has, and of how many files they are. */
type MomentSize = Pick<ToldMoment, "series" | "files">;

/**
 * Moments on disk, as they come: the members of each, then what is told of it. Held are where they stand and what they are ranked
 * by.
 */
export class MomentFile {
  readonly #path: string;
  readonly #file: number;
  readonly #severity = new NumberColumn();
  readonly #series = new NumberColumn();
  readonly #from = new NumberColumn();
  /** Where the members of each begin, where what is told of it does, and where that ends. */
  readonly #members = new NumberColumn();
  readonly #told = new NumberColumn();
  readonly #ends = new NumberColumn();
  #written = 0;
  #piece = "";
  #open: { readonly first: PlacedSpan; readonly size: MomentSize; last: PlacedSpan; severity: number } | null = null;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, "wx");
  }

  /** The next member: all of one moment one after the other, in the order in which they moved. */
  add(member: PlacedSpan, size: MomentSize): void {
    const open = this.#open;
    if (open?.first.group === member.group) {
      this.#piece += ",";
      if (member.to > open.last.to) open.last = member;
      open.severity = Math.max(open.severity, member.severity);
    } else {
      this.#close();
      this.#open = { first: member, size, last: member, severity: member.severity };
      this.#members.push(this.#written);
    }
    this.#piece += JSON.stringify(memberOf(member));
    if (this.#piece.length >= PIECE) this.#write();
  }

  /** Ranks them all. Nothing can be added any more. */
  done(): Moments {
    this.#close();
    closeSync(this.#file);
    const order = this.#ranked();
    return {
      count: order.length,
      worst: this.#reading((file) =>
        Array.from(order.subarray(0, MOST_TOLD), (_, index) => this.#toldAt(file, order, index)),
      ),
      lines: () => this.#lines(order),
    };
  }

  #close(): void {
    if (this.#open === null) return;
    this.#write();
    const { first, last, severity, size } = this.#open;
    this.#severity.push(severity);
    this.#series.push(size.series);
    this.#from.push(first.from);
    this.#told.push(this.#written);
    const told: ToldMoment = {
      ...{ rank: 0, from: first.from, to: last.to, start: first.start, end: last.end },
      ...{ severity, files: size.files, series: size.series, first: memberOf(first) },
    };
    this.#piece = JSON.stringify(told);
    this.#write();
    this.#ends.push(this.#written);
  }

  #write(): void {
    writeFileSync(this.#file, this.#piece);
    this.#written += Buffer.byteLength(this.#piece);
    this.#piece = "";
  }

  #ranked(): Uint32Array {
    const [severity, series, from] = [this.#severity, this.#series, this.#from];
    return new Uint32Array(severity.length)
      .map((_, index) => index)
      .sort(
        (a, b) => severity.at(b) - severity.at(a) || series.at(b) - series.at(a) || from.at(a) - from.at(b) || a - b,
      );
  }

  *#lines(order: Uint32Array): Generator<string | Uint8Array> {
    const file = openSync(this.#path, "r");
    // One for all of them: memory outside of the heap is given back late.
    const room = Buffer.allocUnsafeSlow(PIECE);
    let text = "";
    try {
      for (const [index, moment] of order.entries()) {
        const { series: _series, first: _first, ...facts } = this.#toldAt(file, order, index);
        text += `${JSON.stringify(facts satisfies Moment).slice(0, -1)},"members":[`;
        const [start, end] = [this.#members.at(moment), this.#told.at(moment)];
        if (end - start <= PIECE) text += bytesAt(file, start, end).toString("utf8");
        else {
          yield text;
          text = "";
          for (let at = start; at < end; at += PIECE)
            yield room.subarray(0, readSync(file, room, 0, Math.min(PIECE, end - at), at));
        }
        text += "]}\n";
        if (text.length < PIECE) continue;
        yield text;
        text = "";
      }
      yield text;
    } finally {
      closeSync(file);
    }
  }

  #toldAt(file: number, order: Uint32Array, index: number): ToldMoment {
    const moment = order[index];
    const text = bytesAt(file, this.#told.at(moment), this.#ends.at(moment)).toString("utf8");
    return { ...(JSON.parse(text) as ToldMoment), rank: index + 1 };
  }

  #reading<Result>(work: (file: number) => Result): Result {
    const file = openSync(this.#path, "r");
    try {
      return work(file);
    } finally {
      closeSync(file);
    }
  }
}

function bytesAt(file: number, start: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafe(end - start);
  readSync(file, bytes, 0, bytes.length, start);
  return bytes;
}

function memberOf({ file, kpi, series, start, severity, direction }: PlacedSpan): MomentMember {
  return { file, kpi, series, start, severity, direction };
}
