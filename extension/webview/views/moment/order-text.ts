import type { SharedMoment } from "../../../shared/protocol/index.js";
import { terms } from "../../../shared/terms.js";
import { t } from "../../../shared/translate.js";
import { lastedText, listText, number, seriesText, type TimeWords } from "../../../shared/words.js";

const mostNamed = 8;

/** `load_north, then load_mw and losses_mw after 1 h, import_mw after 2 h.` */
export function orderText({ members }: SharedMoment, words: TimeWords, key: string | null = null): string {
  const groups = new Map<number, string[]>();
  for (const member of members.slice(0, mostNamed))
    groups.set(member.after, [...(groups.get(member.after) ?? []), seriesText(member, key)]);
  const [first, ...later] = [...groups.entries()];
  const rest = members.length - mostNamed;
  const start = first[1].length > 1 ? t({ en: "{0} together", de: "{0} gemeinsam" }, listText(first[1])) : first[1][0];
  const then = later.map(([after, names]) =>
    t({ en: "{0} after {1}", de: "{0} nach {1}" }, listText(names), lastedText(after, words)),
  );
  if (rest > 0) then.push(t(terms.someMore, number(rest)));
  return then.length ? t({ en: "{0}, then {1}.", de: "{0}, dann {1}." }, start, then.join(", ")) : `${start}.`;
}

/**
 * `Usually import_mw and losses_mw follow after 2 h.`: what is known of how they move on other days, `As usual.` where they did
 * so this time; empty where nothing is known.
 */
export function usuallyText({ members }: SharedMoment, words: TimeWords, key: string | null = null): string {
  const groups = new Map<number, string[]>();
  const known = members.slice(1, mostNamed).filter(({ usually }) => Number.isFinite(usually));
  if (known.length > 0 && known.every(({ usually, after }) => usually === after))
    return t({ en: "As usual.", de: "Wie sonst auch." });
  for (const member of known)
    groups.set(member.usually, [...(groups.get(member.usually) ?? []), seriesText(member, key)]);
  const said = [...groups.entries()].map(([usually, names]) => {
    const [many, who] = [names.length > 1, listText(names)];
    if (usually === 0)
      return many
        ? t({ en: "{0} move at the same time", de: "{0} bewegen sich gleichzeitig" }, who)
        : t({ en: "{0} moves at the same time", de: "{0} bewegt sich gleichzeitig" }, who);
    const lag = lastedText(Math.abs(usually), words);
    if (usually > 0)
      return many
        ? t({ en: "{0} follow after {1}", de: "{0} folgen nach {1}" }, who, lag)
        : t({ en: "{0} follows after {1}", de: "{0} folgt nach {1}" }, who, lag);
    return many
      ? t({ en: "{0} lead by {1}", de: "{0} gehen um {1} voraus" }, who, lag)
      : t({ en: "{0} leads by {1}", de: "{0} geht um {1} voraus" }, who, lag);
  });
  return said.length ? t({ en: "Usually {0}.", de: "Sonst gilt: {0}." }, said.join(", ")) : "";
}
