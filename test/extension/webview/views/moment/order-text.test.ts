import { beforeEach, expect, test } from "vitest";
import { setDisplayLanguage } from "../../../../../extension/shared/translate.js";
import { setLocale, type TimeWords } from "../../../../../extension/shared/words.js";
import type { SharedMoment, SharedMomentMember } from "../../../../../extension/shared/protocol/index.js";
import { orderText, usuallyText } from "../../../../../extension/webview/views/moment/order-text.js";

const hour = 3_600_000;
const hourly: TimeWords = { dated: true, step: 3600, years: false };
const member = (kpi: string, after: number, usually = NaN): SharedMomentMember => ({
  index: 0,
  kpi,
  series: "",
  peakTime: 0,
  severity: 50,
  after: after * hour,
  direction: "up",
  usually: usually * hour,
});
const moment = (...members: SharedMomentMember[]): SharedMoment => ({ start: 0, severity: 50, members });

beforeEach(() => {
  setLocale("en");
  setDisplayLanguage("en");
});

test("who moved is told in order, those of the same hour together", () => {
  expect(
    orderText(moment(member("north", 0), member("load", 1), member("losses", 1), member("price", 3)), hourly),
  ).toBe("north, then load and losses after 1\u202fh, price after 3\u202fh.");
  expect(orderText(moment(member("north", 0), member("load", 0)), hourly)).toBe("north and load together.");
});

test("of many members the first are named", () => {
  expect(orderText(moment(...Array.from({ length: 12 }, (_, index) => member(`k${index}`, index))), hourly)).toMatch(
    /^k0, then k1 after 1\u202fh, .*, 4 more\.$/,
  );
});

test("how they usually follow is told where it is known", () => {
  expect(usuallyText(moment(member("north", 0, 0), member("load", 1, 2), member("price", 1)), hourly)).toBe(
    "Usually load follows after 2\u202fh.",
  );
  expect(usuallyText(moment(member("north", 0, 0), member("load", 1, -1)), hourly)).toBe(
    "Usually load leads by 1\u202fh.",
  );
  expect(
    usuallyText(
      moment(member("north", 0, 0), member("load", 1, 0), member("price", 1, -1), member("losses", 2, 0)),
      hourly,
    ),
  ).toBe("Usually load and losses move at the same time, price leads by 1\u202fh.");
  expect(usuallyText(moment(member("north", 0, 0), member("load", 1)), hourly)).toBe("");
  expect(usuallyText(moment(member("north", 0, 0), member("load", 0, 0), member("price", 1)), hourly)).toBe(
    "As usual.",
  );
  expect(usuallyText(moment(member("north", 0, 0), member("load", 1, 1)), hourly)).toBe("As usual.");
});
