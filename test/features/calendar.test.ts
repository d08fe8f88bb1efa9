import fc from "fast-check";
import { expect, test } from "vitest";
import { calendar } from "../../kernel-lib/src/features/calendar.js";
import type { Series } from "../../kernel-lib/src/table.js";

test("month and day of week are those of a Date, in all years", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), { minLength: 3, maxLength: 20 }),
      (moments) => {
        const time = Float64Array.from(moments).sort();
        const series: Series = {
          kpi: "",
          key: "",
          records: new Uint32Array(time.length),
          time,
          dated: true,
          values: time,
          cadence: { seconds: 3600, label: "hourly", regularity: 1 },
        };
        for (const column of calendar.columns(series, {})) {
          const found = new Float64Array(time.length);
          column.fill(found, 0);
          if (column.name === "month")
            expect([...found]).toEqual([...time].map((moment) => new Date(moment).getUTCMonth() + 1));
          if (column.name === "day_of_week")
            expect([...found]).toEqual([...time].map((moment) => (new Date(moment).getUTCDay() + 6) % 7));
        }
      },
    ),
  );
});
