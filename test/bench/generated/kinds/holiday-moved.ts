import { between, put, salesByDay, type Kind } from "./kind.js";

/** A holiday that falls on one date for years and once on another: quiet where none was expected, usual where it was. */
export const holidayMoved: Kind = (random) => {
  const usual = salesByDay(random, 4 * 365 + 90);
  const [date, days, part] = [40 + random.integer(250), 1 + random.integer(3), between(random, 0.3, 0.6)];
  const moved = date + (random.next() < 0.5 ? -1 : 1) * (7 + random.integer(8));
  for (let year = 0; year < 3; year++)
    for (let k = 0; k < days; k++) usual.values[date + Math.round(365.25 * year) + k] *= part;
  const last = Math.round(365.25 * 3);
  put(usual, moved + last, days, (old) => old * part);
  usual.labels.fill(1, date + last, date + last + days);
  return usual;
};
