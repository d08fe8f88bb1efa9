import type { ConfigFault, YamlFault } from "../../../config-fault.js";
import type { EventPlace } from "../../../input-problems.js";

export const DEFAULTS = "configs/default.yaml nennt jede Option mit ihrem Standardwert.";

export const WRITE_DATES = "Schreiben Sie Tage als 2024-12-25 und Zeiten als 2024-12-25 08:00.";

export const CALENDAR = "Exportieren Sie den Kalender noch einmal, mit weniger Terminen oder für kürzere Zeit.";

export const YAML: Readonly<Record<YamlFault, string>> = {
  tab: "wo Leerzeichen stehen müssen, steht ein Tabulator",
  indent: "eine Zeile beginnt zu weit links oder rechts",
  missing_mark: "eine Klammer, ein Anführungszeichen, Komma, Doppelpunkt oder Leerzeichen fehlt",
  same_key: "ein Schlüssel steht zweimal da",
  key: "ein Schlüssel ist zu lang oder geht über mehrere Zeilen",
  block_in_brackets: "in Klammern steht eine Liste mit Strichen oder etwas Eingerücktes",
  alias: "ein Anker (&) oder Alias (*) steht am falschen Ort oder bezeichnet nichts",
  escape: "auf einen Rückstrich in Anführungszeichen folgt ein Zeichen, das nicht zu ihm gehört",
  character: "ein Wert beginnt mit einem Zeichen, das Anführungszeichen braucht",
  several_documents: "die Datei enthält mehr als ein Dokument",
  tag: "ein Tag (!) oder eine Direktive (%) ist hier nicht bekannt",
  nested: "die Datei ist zu tief verschachtelt",
  unexpected: "etwas steht da, wo es nicht zu verstehen ist",
};

export const TYPES: Readonly<Record<string, string>> = {
  string: "ein Text",
  number: "eine Zahl",
  integer: "eine ganze Zahl",
  boolean: "true oder false",
  array: "eine Liste",
  object: "ein Abschnitt mit Schlüsseln",
  null: "null",
};

/** What a value misses, by the keyword of the schema. */
export const SHAPES: Readonly<Record<string, string>> = {
  pattern: "der Wert muss anders geschrieben sein",
  minLength: "der Wert darf nicht leer sein",
  maxLength: "der Wert ist zu lang",
  minItems: "die Liste darf nicht leer sein",
  maxItems: "die Liste ist zu lang",
  uniqueItems: "die Liste nennt etwas zweimal",
  anyOf: "der Wert ist keiner der möglichen",
};

/** What is wrong in a configuration. */
export function configFault(fault: ConfigFault): string {
  if (fault.kind === "syntax") return `kein gültiges YAML: ${YAML[fault.fault]}.`;
  if (fault.kind === "too_long") return `sie ist länger als ${fault.most} Zeichen.`;
  if (fault.kind === "aliases") return "ihre Aliasse stehen für mehr, als gelesen werden kann.";
  const key = fault.key || "die Konfiguration";
  if (fault.kind === "unknown_key") {
    if (fault.near !== null) return `${key} ist kein bekannter Schlüssel; gemeint ist vielleicht ${fault.near}.`;
    return `${key} ist kein bekannter Schlüssel${fault.known.length > 0 ? `; bekannt sind ${fault.known.join(", ")}` : ""}.`;
  }
  return `${key} ist falsch: ${wrong(fault)}`;
}

export function wrong(
  fault: Exclude<ConfigFault, { readonly kind: "syntax" | "too_long" | "aliases" | "unknown_key" }>,
): string {
  switch (fault.kind) {
    case "not_finite":
      return `${fault.value} ist keine endliche Zahl.`;
    case "type":
      return `der Wert ist ${TYPES[fault.found] ?? fault.found}; es muss ${fault.needed.map((type) => TYPES[type] ?? type).join(" oder ")} sein.`;
    case "choice":
      return `möglich sind ${fault.known.join(", ")}.`;
    case "too_small":
      return `${fault.value} ist zu klein; möglich ist ${fault.inclusive ? `${fault.limit} oder mehr` : `mehr als ${fault.limit}`}.`;
    case "too_large":
      return `${fault.value} ist zu groß; möglich ist ${fault.inclusive ? `${fault.limit} oder weniger` : `weniger als ${fault.limit}`}.`;
    case "schema":
      return `${SHAPES[fault.keyword] ?? "der Wert ist anders geschrieben, als es verstanden wird"}${fault.example === null ? "" : `, zum Beispiel ${fault.example}`}.`;
  }
}

export const place = (at: EventPlace): string =>
  "event" in at ? `Ereignis ${at.event}` : `Zeile ${at.line} der Ereignisse`;
