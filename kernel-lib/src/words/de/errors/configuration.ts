import type { ConfigFault, YamlFault } from "../../../config-fault.js";
import type { ConfigurationProblems, EventPlace } from "../../../input-problems.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";

const DEFAULTS = "configs/default.yaml nennt jede Option mit ihrem Standardwert.";
const WRITE_DATES = "Schreiben Sie Tage als 2024-12-25 und Zeiten als 2024-12-25 08:00.";
const CALENDAR = "Exportieren Sie den Kalender noch einmal, mit weniger Terminen oder für kürzere Zeit.";

const YAML: Readonly<Record<YamlFault, string>> = {
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

const TYPES: Readonly<Record<string, string>> = {
  string: "ein Text",
  number: "eine Zahl",
  integer: "eine ganze Zahl",
  boolean: "true oder false",
  array: "eine Liste",
  object: "ein Abschnitt mit Schlüsseln",
  null: "null",
};

/** What a value misses, by the keyword of the schema. */
const SHAPES: Readonly<Record<string, string>> = {
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

function wrong(
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

const place = (at: EventPlace): string => ("event" in at ? `Ereignis ${at.event}` : `Zeile ${at.line} der Ereignisse`);

/** Configurations, known events and verdicts. */
export const configuration: ErrorSentencesOf<ConfigurationProblems> = {
  config_file: ({ file, line, fault }) => [`${file}, Zeile ${line}: ${configFault(fault)}`, DEFAULTS],
  config: ({ fault }) => [`Konfiguration: ${configFault(fault)}`, DEFAULTS],
  consensus: ({ asked, voters }) => [
    `Übereinstimmen sollen ${asked} Detektoren, aber nur ${voters} stimmen ab.`,
    "Verlangen Sie weniger Stimmen, oder schalten Sie mehr Detektoren ein.",
  ],
  other_reading: ({ option, asked, used }) => [
    `${option} ist ${JSON.stringify(asked)}, aber die Tabelle wurde ${used === null ? "ohne" : `mit ${JSON.stringify(used)}`} gelesen.`,
    "Geben Sie readTable oder readCsv dieselben Optionen, zum Beispiel readOptions(config).",
  ],
  window_too_long: ({ option, asked, rows }) => [
    `${option} verlangt ${asked} Zeilen, aber die längste Reihe hat ${rows}.`,
    `Nennen Sie eine Zahl bis ${rows}.`,
  ],
  event_without_date: ({ event, name }) => [
    `Ereignis ${event}${name === null ? "" : ` (${name})`} hat kein Datum.`,
    WRITE_DATES,
  ],
  event_date: ({ text, place: at }, write) => [`${write.quoted(text)} ist kein Datum (${place(at)}).`, WRITE_DATES],
  events_without_date_column: ({ columns }, write) => [
    `Der Kalender hat die Spalten ${columns.map(write.quoted).join(", ")}, aber keine heißt „date“ oder „start“.`,
    WRITE_DATES,
  ],
  calendar: () => [
    "Der Kalender lässt sich nicht lesen: Er ist nicht geschrieben, wie Kalenderdateien es sind (iCalendar).",
    CALENDAR,
  ],
  holidays_package: () => [
    "Für die Namen von Feiertagen fehlt das freiwillige Paket date-holidays.",
    "Neben diesem Programm einrichten: npm install date-holidays@3.37.0. Wo das nicht geht, die Feiertage als bekannte Ereignisse angeben.",
  ],
  holidays_place: ({ place }, write) => [
    `Für ${write.quoted(place)} sind keine Feiertage bekannt.`,
    "Ein Land oder Bundesland mit seinem Kürzel nach ISO 3166 angeben, zum Beispiel US, DE oder DE-BY.",
  ],
  calendar_repeats: () => ["Der Kalender wiederholt seine Termine zu oft.", CALENDAR],
  calendar_too_large: ({ most }, write) => [
    `Der Kalender hat in der Zeit der Datei mehr als ${write.count(most)} Termine.`,
    CALENDAR,
  ],
  calendar_takes_long: ({ file, seconds }) => [
    `Den Kalender ${file} zu lesen dauert länger als ${seconds} Sekunden.`,
    "Machen Sie ihn einfacher oder kürzer.",
  ],
  too_many_events: ({ file, events, most }, write) => [
    `${file} hat ${write.count(events)} Ereignisse in der Zeit der Daten; höchstens ${write.count(most)} gehen.`,
    "Lassen Sie weg, was für die KPIs keine Rolle spielt.",
  ],
  verdicts: () => [
    "Die Bewertungen sind nicht so geschrieben, wie dieses Programm sie schreibt.",
    "Bringen Sie die Datei in Ordnung, oder legen Sie sie beiseite.",
  ],
};
