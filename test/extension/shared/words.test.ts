import { beforeEach, expect, test } from "vitest";
import {
  foundText,
  segmentText,
  seriesText,
  clockText,
  dateNames,
  digitsFor,
  datesText,
  lastedText,
  momentText,
  number,
  offBy,
  periodText,
  setLocale,
  severityLevel,
  spanText,
  type TimeWords,
} from "../../../extension/shared/words.js";
import { setDisplayLanguage, t } from "../../../extension/shared/translate.js";

const hourly: TimeWords = { dated: true, step: 3600, years: false };
const daily: TimeWords = { dated: true, step: 86_400, years: false };
const at = (text: string): number => Date.parse(`${text}Z`);

beforeEach(() => {
  setLocale("en");
  setDisplayLanguage("en");
});

test("numbers have thousands, a real minus and so many digits", () => {
  expect(number(-1234.56, 1)).toBe("\u22121,234.6");
  expect(number(NaN)).toBe("\u2013");
  expect(number(1e21)).toBe("1.00e+21");
});

const kpis = (...incidents: number[]): Parameters<typeof foundText>[0]["kpis"] =>
  incidents.map((count) => ({ kpi: "a", series: "", incidents: count, severity: 0, stepped: false }));

test("what was found is counted in moments where there are several KPIs", () => {
  expect(foundText({ kpis: kpis(3), moments: 3 })).toBe("3 incidents");
  expect(foundText({ kpis: kpis(1, 2, 0), moments: 2 })).toBe("2 moments in 2 KPIs");
  expect(foundText({ kpis: kpis(0, 1), moments: 1 })).toBe("1 moment in 1 KPI");
  expect(foundText({ kpis: kpis(0, 0), moments: 0 })).toBe("0 incidents");
});

test("a segment that is only a number is told with its column", () => {
  expect(seriesText({ kpi: "sales", series: "12" }, "Store")).toBe("Store 12 \u00b7 sales");
  expect(seriesText({ kpi: "sales", series: "North" }, "Store")).toBe("North \u00b7 sales");
  expect(seriesText({ kpi: "sales", series: "" }, null)).toBe("sales");
  expect(segmentText("12", null)).toBe("12");
});

test("digits follow the column, but no more than tell its values apart", () => {
  expect(digitsFor(3, 3360)).toBe(0);
  expect(digitsFor(1, 30.7)).toBe(1);
  expect(digitsFor(6, 0.0123)).toBe(4);
});

test("deviations carry a sign, and nothing is said without something to compare with", () => {
  expect(offBy(138, 100)).toBe("+38%");
  expect(offBy(54, 100)).toBe("\u221246%");
  expect(offBy(99.99, 100)).toBe("0%");
  expect(offBy(1, NaN)).toBe("");
  expect(offBy(1, 0)).toBe("");
  expect(offBy(-50, -100)).toBe("+50%");
  expect(offBy(-200, 4.1, 1)).toBe("\u2212204.1");
  expect(offBy(3, -1, 0)).toBe("+4");
});

test("stretches of hours end exclusively", () => {
  expect(spanText(at("2024-10-15T16:00"), at("2024-10-15T20:00"), hourly)).toBe("Tue 15 Oct, 16:00\u201320:00");
  expect(spanText(at("2024-10-15T20:00"), at("2024-10-16T00:00"), hourly)).toBe("Tue 15 Oct, 20:00\u201324:00");
  expect(spanText(at("2024-10-04T06:00"), at("2024-10-06T20:00"), hourly)).toBe(
    "Fri 4 Oct, 06:00 \u2013 Sun 6 Oct, 20:00",
  );
  const years = { ...hourly, years: true };
  expect(spanText(at("2014-12-25T05:00"), at("2014-12-28T15:00"), years)).toBe(
    "Thu 25 Dec, 05:00 \u2013 Sun 28 Dec 2014, 15:00",
  );
  expect(spanText(at("2014-12-31T23:30"), at("2015-01-05T00:30"), years)).toBe(
    "Wed 31 Dec 2014, 23:30 \u2013 Mon 5 Jan 2015, 00:30",
  );
});

test("stretches of days name their last day", () => {
  expect(spanText(at("2024-10-15T00:00"), at("2024-10-16T00:00"), daily)).toBe("Tue 15 Oct");
  expect(spanText(at("2024-10-15T00:00"), at("2024-10-18T00:00"), daily)).toBe("Tue 15 Oct \u2013 Thu 17 Oct");
});

test("rows of a quarter or a year are told as such, the whole file by its first and last one", () => {
  const rows = (days: number): TimeWords => ({ dated: true, step: days * 86_400, years: true });
  expect(momentText(at("1975-04-01T00:00"), rows(91.3))).toBe("Q2 1975");
  expect(momentText(at("1975-01-01T00:00"), rows(365.25))).toBe("1975");
  expect(momentText(at("1975-04-01T00:00"), rows(182.6))).toBe("Apr 1975");
  const [first, last] = [at("1959-01-01T00:00"), at("2009-07-01T00:00")];
  expect(datesText(first, last, rows(91.3))).toBe("Q1 1959 \u2013 Q3 2009");
  expect(datesText(first, last, rows(30.4))).toBe("Jan 1959 \u2013 Jul 2009");
  expect(datesText(first, last, daily)).toBe("1 Jan 1959 \u2013 1 Jul 2009");
  expect(datesText(at("2014-01-03T00:00"), at("2014-04-01T00:00"), hourly)).toBe("3 Jan \u2013 1 Apr 2014");
  setDisplayLanguage("de");
  setLocale("de");
  expect(momentText(at("1975-04-01T00:00"), rows(91.3))).toBe("2. Quartal 1975");
});

test("without dates rows are counted from one", () => {
  const rows: TimeWords = { dated: false, step: null, years: false };
  expect(momentText(16, rows)).toBe("row 17");
  expect(spanText(16, 19, rows)).toBe("rows 17\u201319");
});

test("lengths are told in the unit a reader thinks in", () => {
  expect(lastedText(4 * 3_600_000, hourly)).toBe("4\u202fh");
  expect(lastedText(62 * 3_600_000, hourly)).toBe("2.6\u202fd");
  expect(lastedText(86_400_000, daily)).toBe("1\u202fd");
  const monthly: TimeWords = { dated: true, step: 2_629_746, years: true };
  expect(lastedText(31 * 86_400_000, monthly)).toBe("1 month");
  expect(lastedText(61 * 86_400_000, monthly)).toBe("2 months");
  expect(periodText(56 * 86_400_000)).toBe("8 weeks");
  expect(clockText(at("2024-10-15T16:00"))).toBe("16:00");
});

test("severity has three steps", () => {
  expect([75, 50, 49].map(severityLevel)).toEqual(["high", "mid", "low"]);
});

test("axes get the names of months and days that tables use", () => {
  setLocale("de");
  const { months, shortMonths, shortDays } = dateNames();
  expect([months[2], shortMonths[2], shortDays[0]]).toEqual(["M\u00e4rz", "M\u00e4rz", "So"]);
});

test("another language replaces sentences and formats", () => {
  setLocale("de");
  setDisplayLanguage("de");
  expect(t({ en: "row {0}", de: "Zeile {0}" }, number(1234.5, 1))).toBe("Zeile 1.234,5");
});
