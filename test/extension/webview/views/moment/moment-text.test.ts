import { beforeEach, expect, test } from "vitest";
import type { MomentCard, MomentMember, Results } from "../../../../../extension/shared/protocol/index.js";
import { setDisplayLanguage } from "../../../../../extension/shared/translate.js";
import { setLocale } from "../../../../../extension/shared/words.js";
import {
  eventsNear,
  momentAsHtml,
  momentAsMarkdown,
  momentAsText,
  momentSentence,
} from "../../../../../extension/webview/views/moment/moment-text.js";

const day = 86_400_000;
const start = Date.UTC(2025, 6, 1);
const none = new Float64Array(0);
const member = (kpi: string, after: number, actual: number, expected: number, total: number): MomentMember => ({
  index: 0,
  kpi,
  series: "",
  startTime: start + after * day,
  endTime: start + 3 * day,
  peakTime: start,
  severity: 90,
  direction: actual < expected ? "down" : "up",
  actual,
  expected,
  total,
  decimals: 0,
  reason: `${kpi} is off.`,
  time: none,
  values: none,
  usual: none,
});
const card: MomentCard = {
  place: 0,
  start,
  end: start + 3 * day,
  severity: 90,
  from: start - 20 * day,
  to: start + 20 * day,
  members: [
    member("conversion", 0, 11, 100, -200),
    member("orders", 1, 300, 900, -1800),
    member("revenue", 1, 5000, 29_000, -71_680),
  ],
  more: 0,
  drivers: "North is 80% of it.",
};
const results = {
  key: null,
  chosen: { dated: true, start: start - 100 * day, end: start + 100 * day, cadence: { seconds: 86_400 } },
  config: {
    events: [
      { name: "Fair", date: "2025-07-04" },
      { name: "Sale", date: "2025-09-04" },
    ],
  },
} as unknown as Results;

beforeEach(() => {
  setLocale("en");
  setDisplayLanguage("en");
});

test("the moment is one sentence over its KPIs, in the order they moved", () => {
  expect(momentSentence(card, results)).toBe(
    "Tue 1 Jul \u2013 Thu 3 Jul: conversion fell 89%, orders and revenue followed; revenue about 72,000 below expected in 2\u202fd.",
  );
});

test("as text, Markdown and HTML it holds the same facts, and names of a file stay text", () => {
  expect(momentAsText(card, results).split("\n").slice(1)).toEqual([
    "- conversion, Tue 1 Jul: \u221289%. conversion is off.",
    "- orders, Wed 2 Jul: \u221267%. orders is off.",
    "- revenue, Wed 2 Jul: \u221283%. revenue is off.",
    "North is 80% of it.",
  ]);
  const piped = { ...card, members: [{ ...card.members[0], kpi: "a|<b>" }, ...card.members.slice(1)] };
  expect(momentAsMarkdown(piped, results)).toContain("| a\\|<b> | Tue 1 Jul | 11 (100) | \u221289% |");
  expect(momentAsHtml(piped, results, ["<svg/>"])).toContain("<td>a|&lt;b&gt;</td>");
  expect(momentAsHtml(piped, results, ["<svg/>"])).toContain("<td><svg/></td>");
});

test("events near it are those on its axis", () => {
  expect(eventsNear(card, results).map(({ name }) => name)).toEqual(["Fair"]);
});
