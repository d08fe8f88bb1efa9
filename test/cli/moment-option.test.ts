import { expect, test } from "vitest";
import { momentOption } from "../../kernel-lib/src/cli/moment-option.js";

test.each([
  ["2024-03-01", Date.UTC(2024, 2, 1)],
  ["2024-03-01Z", Date.UTC(2024, 2, 1)],
  ["2024-03-01T14:00", Date.UTC(2024, 2, 1, 14)],
  ["2024-03-01 14:00:30", Date.UTC(2024, 2, 1, 14, 0, 30)],
  ["2024-03-01T14:00:30Z", Date.UTC(2024, 2, 1, 14, 0, 30)],
])("%s is a moment, whatever the time zone of the machine", (text, time) => {
  expect(momentOption("--at", text)).toBe(time);
});

test.each(["yesterday", "", "2024-13-01", "2024-03-01T25:00", "2024-03-01T14", "01.03.2024", "2024-03-01T14:00+01:00"])(
  '"%s" is refused',
  (text) => {
    let error: unknown;
    try {
      momentOption("--at", text);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "bad_option", kind: "moment_option", facts: { option: "--at", text } });
  },
);

test("an option that was not given is no moment", () => expect(momentOption("--at", undefined)).toBeUndefined());
