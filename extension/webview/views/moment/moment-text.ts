import type { MomentCard, MomentMember, Results } from "../../../shared/protocol/index.js";
import { terms } from "../../../shared/terms.js";
import { t } from "../../../shared/translate.js";
import {
  digitsFor,
  lastedText,
  listText,
  momentText,
  number,
  offBy,
  seriesText,
  spanText,
} from "../../../shared/words.js";
import { eventAt, knownEvents, type KnownEvent } from "../../chart/known-events.js";
import { timeWords } from "../../state/model.js";

type Told = Pick<Results, "key" | "chosen" | "config">;

/** The moment in one sentence over all its KPIs: `Tue 1 Jul: conversion fell 89%, orders and revenue followed; about 72,000 below expected in 3 d.` */
export function momentSentence(card: MomentCard, results: Told): string {
  const words = timeWords(results as Results);
  const [first, ...others] = card.members;
  const after = others.filter(({ startTime }) => startTime > first.startTime);
  const together = others.filter(({ startTime }) => startTime <= first.startTime);
  const names = (members: readonly MomentMember[]): string =>
    listText(members.map((member) => seriesText(member, results.key)));
  const parts = [
    movedText(first, results.key),
    ...(together.length ? [t({ en: "{0} at the same time", de: "{0} zur selben Zeit" }, names(together))] : []),
    ...(after.length ? [t({ en: "{0} followed", de: "danach {0}" }, names(after))] : []),
  ];
  const lost = totalText(card.members, words);
  return `${spanText(card.start, card.end, words)}: ${parts.join(", ")}${lost === "" ? "" : `; ${lost}`}.`;
}

function movedText(member: MomentMember, key: string | null): string {
  const name = seriesText(member, key);
  const off = offBy(member.actual, member.expected, digitsFor(member.decimals, member.actual)).slice(1);
  if (member.direction === "mixed" || off === "") return t({ en: "{0} was unusual", de: "{0} war ungewöhnlich" }, name);
  return member.actual < member.expected
    ? t({ en: "{0} fell {1}", de: "{0} fiel um {1}" }, name, off)
    : t({ en: "{0} rose {1}", de: "{0} stieg um {1}" }, name, off);
}

/** How much the largest member was off in all, where it lasted. */
function totalText(members: readonly MomentMember[], words: ReturnType<typeof timeWords>): string {
  const largest = members.reduce((most, one) => (Math.abs(one.total) > Math.abs(most.total) ? one : most));
  if (!Number.isFinite(largest.total) || members.length === 0) return "";
  const amount = number(rounded(Math.abs(largest.total)), digitsFor(largest.decimals, largest.total));
  const within = lastedText(largest.endTime - largest.startTime, words);
  return largest.total < 0
    ? t(
        { en: "{0} about {1} below expected in {2}", de: "{0} etwa {1} unter dem Erwarteten in {2}" },
        largest.kpi,
        amount,
        within,
      )
    : t(
        { en: "{0} about {1} above expected in {2}", de: "{0} etwa {1} über dem Erwarteten in {2}" },
        largest.kpi,
        amount,
        within,
      );
}

/** To two digits that count, as an estimate is said. */
function rounded(value: number): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** Known events within the card's axis. */
export function eventsNear({ from, to }: MomentCard, results: Told): KnownEvent[] {
  return knownEvents(results as Results).filter((event) => event.start < to && event.end > from);
}

/** The known event a moment falls into. */
export const eventOf = ({ start }: MomentCard, results: Told): KnownEvent | undefined =>
  eventAt(knownEvents(results as Results), start);

/** The rows of the card's table: who, when it began, how far off, why. */
export function memberRows(card: MomentCard, results: Told): string[][] {
  const words = timeWords(results as Results);
  return card.members.map((member) => {
    const digits = digitsFor(member.decimals, member.actual);
    return [
      seriesText(member, results.key),
      momentText(member.startTime, words),
      `${number(member.actual, digits)} (${number(member.expected, digits)})`,
      offBy(member.actual, member.expected, digits) || "\u2013",
      member.reason,
    ];
  });
}

/** Heads of those rows. */
export const memberHeads = (): string[] => [
  t(terms.kpi),
  t({ en: "Since", de: "Seit" }),
  t({ en: "Actual (expected)", de: "Ist (erwartet)" }),
  t(terms.offBy),
  t(terms.why),
];

/** The card for a chat. */
export function momentAsText(card: MomentCard, results: Told): string {
  const lines = memberRows(card, results).map(([name, when, , off, why]) => `- ${name}, ${when}: ${off}. ${why}`);
  return [momentSentence(card, results), ...lines, ...(card.drivers === "" ? [] : [card.drivers])].join("\n");
}

/** The card as Markdown. */
export function momentAsMarkdown(card: MomentCard, results: Told): string {
  const cells = (row: readonly string[]): string =>
    `| ${row.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  const heads = memberHeads();
  return [
    `**${momentSentence(card, results)}**`,
    "",
    cells(heads),
    cells(heads.map(() => "---")),
    ...memberRows(card, results).map(cells),
    ...(card.drivers === "" ? [] : ["", card.drivers]),
    "",
  ].join("\n");
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The card as HTML, with its charts where they are given as pictures. */
export function momentAsHtml(card: MomentCard, results: Told, charts: readonly string[] = []): string {
  const row = (cells: readonly string[], tag: "td" | "th", more = ""): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}${more}</tr>`;
  const body = memberRows(card, results).map((cells, place) =>
    row(cells, "td", charts.length ? `<td>${charts[place] ?? ""}</td>` : ""),
  );
  return [
    `<p><strong>${escaped(momentSentence(card, results))}</strong></p>`,
    `<table>${row(memberHeads(), "th", charts.length ? "<th></th>" : "")}${body.join("")}</table>`,
    ...(card.drivers === "" ? [] : [`<p>${escaped(card.drivers)}</p>`]),
  ].join("\n");
}
