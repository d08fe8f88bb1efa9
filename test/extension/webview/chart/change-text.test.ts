import { beforeEach, expect, test } from "vitest";
import { setDisplayLanguage } from "../../../../extension/shared/translate.js";
import { setLocale } from "../../../../extension/shared/words.js";
import { changeText } from "../../../../extension/webview/chart/change-text.js";

beforeEach(() => {
  setLocale("en");
  setDisplayLanguage("en");
});

const time = Date.UTC(2008, 8, 1);
const day = 86_400_000;

test.each([
  ["of one that stays, also where VS Code has made a null of the NaN", null, "Since 1 Sep 2008: 303 (was 515)"],
  ["of one that stays", NaN, "Since 1 Sep 2008: 303 (was 515)"],
  ["of one that ended", time + 3 * day, "1 Sep \u2013 3 Sep 2008: 303 (else 515)"],
  ["of one within a day", time + day / 2, "1 Sep 2008: 303 (else 515)"],
])("a change of level is told with its days: %s", (_, until, text) => {
  expect(changeText({ time, until, from: 515, to: 303 }, 0, { dated: true, step: 3600, years: true })).toBe(text);
});

test("by the month where rows are months, though one is longer than another; by the row without dates", () => {
  const monthly = { dated: true, step: 30.44 * 86_400, years: true };
  const change = { time: Date.UTC(1992, 6, 1), until: Date.UTC(1998, 1, 1) + monthly.step * 1000, from: 361, to: 359 };
  expect(changeText(change, 0, monthly)).toBe("Jul 1992 \u2013 Feb 1998: 359 (else 361)");
  expect(changeText({ ...change, until: null }, 0, monthly)).toBe("Since Jul 1992: 359 (was 361)");
  const rows = { dated: false, step: null, years: false };
  expect(changeText({ time: 9, until: 12, from: 5, to: 3 }, 0, rows)).toBe("rows 10\u201312: 3 (else 5)");
  expect(changeText({ time: 9, until: 10, from: 5, to: 3 }, 0, rows)).toBe("row 10: 3 (else 5)");
  expect(changeText({ time: 9, until: null, from: 5, to: 3 }, 0, rows)).toBe("Since row 10: 3 (was 5)");
});
