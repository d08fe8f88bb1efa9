import { expect, test } from "vitest";
import { NumericDateReader } from "../../../kernel-lib/src/io/dates/numeric-date.js";
import { createRandom } from "../../../kernel-lib/src/numeric/random.js";

const encoder = new TextEncoder();

function read(cell: string): NumericDateReader | null {
  const reader = new NumericDateReader();
  const bytes = encoder.encode(cell);
  return reader.read(bytes, 0, bytes.length) ? reader : null;
}

test("stamps of 19, 20 and 25 characters read as their parts say", () => {
  const random = createRandom(3);
  const two = (most: number): string => String(random.integer(most)).padStart(2, "0");
  for (let i = 0; i < 3000; i++) {
    const year = 1900 + random.integer(200);
    const [month, day, hour, minute, second] = [two(15), two(34), two(26), two(62), two(62)];
    const separator = [".", "/", "-"][random.integer(3)];
    const first = random.integer(2) === 0;
    const date = first ? `${year}-${month}-${day}` : `${day}${separator}${month}${separator}${year}`;
    const sign = random.integer(2) === 0 ? "+" : "-";
    const zone = ["", "Z", "z", `${sign}${two(17)}:${two(70)}`][random.integer(4)];
    const cell = `${date}${random.integer(2) === 0 ? " " : "T"}${hour}:${minute}:${second}${zone}`;
    const valid =
      Number(minute) < 60 &&
      Number(second) < 60 &&
      (Number(hour) < 24 || (hour === "24" && minute === "00" && second === "00"));
    const offset =
      zone.length < 2 ? 0 : (sign === "+" ? 1 : -1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
    const zoneValid = zone.length < 2 || (Number(zone.slice(1, 3)) < 16 && Number(zone.slice(4)) < 60);
    const reading = read(cell);
    if (!valid || !zoneValid) {
      expect(reading, cell).toBeNull();
      continue;
    }
    expect(reading, cell).toMatchObject({
      order: first ? 0 : 1,
      first: first ? year : Number(day),
      second: Number(month),
      third: first ? Number(day) : year,
      time: ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000,
      zoned: zone !== "",
      separator: (first ? "-" : separator).charCodeAt(0),
    });
  }
});
