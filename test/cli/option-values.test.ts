import { describe, expect, test } from "vitest";
import {
  collected,
  numberOption,
  oneOf,
  pairOption,
  periodsOption,
  wholeNumber,
} from "../../kernel-lib/src/cli/option-values.js";
import { InputError } from "../../kernel-lib/src/errors.js";

/** What is said of a text that is refused. */
function refused(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { code, kind, facts } = error as InputError;
    expect(code).toBe("bad_option");
    return [kind, facts];
  }
}

describe("the text of an option becomes", () => {
  test("a number, in any form that is one", () => {
    const parse = numberOption("--x");
    expect(["3", "-0.5", "1e3", " 4 "].map(parse)).toEqual([3, -0.5, 1000, 4]);
    for (const text of ["", " ", "many", "1,5", "Infinity", "NaN"])
      expect(refused(parse, text)).toEqual(["number_option", { option: "--x", text }]);
  });

  test("a whole number, from the least on", () => {
    const parse = wholeNumber("--runs", 1);
    expect(["1", "007", "999999999999999"].map(parse)).toEqual([1, 7, 999_999_999_999_999]);
    expect(wholeNumber("--runs")("0")).toBe(0);
    for (const text of ["0", "-1", "1.0", "1e3", "", "1000000000000000"])
      expect(refused(parse, text)).toEqual(["whole_number_option", { option: "--runs", text }]);
  });

  test("one of a few words", () => {
    const parse = oneOf("--language", ["en", "de"]);
    expect(parse("de")).toBe("de");
    expect(refused(parse, "DE")).toEqual(["choice_option", { option: "--language", known: ["en", "de"], text: "DE" }]);
  });

  test("a pair, laid over those before it; the name may hold an equals sign", () => {
    const parse = pairOption("--how", ["sum", "mean"]);
    expect(parse("a=b = mean", { sales: "sum" })).toEqual({ sales: "sum", "a=b": "mean" });
    expect(parse("sales=mean", { sales: "sum" })).toEqual({ sales: "mean" });
    for (const text of ["sales", "=sum", "sales=most", "sales="])
      expect(refused((each) => parse(each, undefined), text)).toEqual([
        "pair_option",
        { option: "--how", known: ["sum", "mean"], text },
      ]);
  });

  test("periods by name or number of rows; the one that is none is named", () => {
    const parse = periodsOption("--season");
    expect(parse("week, 52,year")).toEqual(["week", 52, "year"]);
    expect(parse(" none ")).toEqual([]);
    for (const text of ["fortnight", "1", "2.5", ""])
      expect(refused(parse, `day,${text}`)).toEqual(["periods_option", { option: "--season", text }]);
  });

  test("one of several of the same name, in their order", () => {
    expect(collected("b", collected("a", undefined))).toEqual(["a", "b"]);
  });
});
