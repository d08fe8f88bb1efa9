import type { Catalogue } from "../catalogue.js";
import { calendar } from "./insights.js";

/** What one change of the configuration would set right. */
export const fixes: Catalogue["fixes"] = {
  "missing code": ({ value, columns, cells }, write) => ({
    found: `${write.number(value)} looks like "no value" in ${columns.length === 1 ? write.quoted(columns[0]) : write.counted(columns.length, "column", "columns")}.`,
    effect: `Treat ${cells === 1 ? "that cell" : `these ${write.count(cells)} cells`} as missing.`,
    action: "Treat as missing",
  }),
  totals: ({ by, rows }, write) => ({
    found: `Looks like transactions: ${write.counted(rows, "row", "rows")}, several for one ${by}.`,
    effect: `Add them up for each ${by}.`,
    action: by === "day" ? "Total per day" : "Total per hour",
  }),
  segments: ({ column, values }, write) => ({
    found: `${write.quoted(column)} splits the rows into ${write.list(values, 4)}.`,
    effect: "Judge each of them beside the total.",
    action: `Split by ${column}`,
  }),
  holidays: ({ dates, incidents, days, given }, write) => ({
    found: `${write.counted(incidents, "incident returns", "incidents return")} each year on ${write.list(dates.map(calendar.date), 4)}.`,
    effect: `Expect ${write.counted(days, "such day", "such days")}${given ? " as known events" : ", or all public holidays of a country"}.`,
    action: "Expect these dates",
  }),
  "month ends": ({ which, months, incidents }, write) => ({
    found: `${write.counted(incidents, "incident is", "incidents are")} on the ${which} day of ${write.counted(months, "month", "months")}.`,
    effect: `Expect it on the ${which} day of each month.`,
    action: "Expect it",
  }),
};
