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
  ["of one that ended", time + 3 * day, "1 Sep 2008 to 3 Sep 2008: 303 (else 515)"],
  ["of one within a day", time + day / 2, "1 Sep 2008: 303 (else 515)"],
])("a change of level is told with its days: %s", (_, until, text) => {
  expect(changeText({ time, until, from: 515, to: 303 }, 0, true)).toBe(text);
});
