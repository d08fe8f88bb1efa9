import { HOLIDAYS_PATTERN } from "../params.js";
import { nullable, section, type OptionNode } from "./option.js";

const rule: OptionNode = section(
  {
    title: "RuleConfig",
    description: "What counts for a KPI, whatever its score.",
    translations: { de: "Was bei einer Kennzahl zählt, gleich wie hoch der Score ist." },
  },
  {
    direction: {
      type: "string",
      enum: ["up", "down", "both"],
      default: "both",
      description: "Only rises, only falls, or both.",
      translations: { de: "Nur Anstiege, nur Rückgänge oder beides." },
    },
    minimumEffect: {
      type: "number",
      minimum: 0,
      default: 0,
      description: "Least distance from expected, in the KPI's unit.",
      translations: { de: "Mindestabstand vom erwarteten Wert, in der Einheit der Kennzahl." },
    },
    minimumEffectPercent: {
      type: "number",
      minimum: 0,
      default: 0,
      description: "The same in percent of the expected value.",
      translations: { de: "Dasselbe in Prozent des erwarteten Werts." },
    },
    minimumLength: {
      type: "integer",
      minimum: 1,
      default: 1,
      description: "Least number of points.",
      translations: { de: "Mindestzahl der Werte." },
    },
  },
);

const event: OptionNode = section(
  {
    title: "EventConfig",
    description:
      "Something that is known to move the KPIs: a holiday, a promotion, an outage. It is expected, and kept out of what is usual.",
    translations: {
      de: "Etwas, das die Kennzahlen bekanntermaßen bewegt: ein Feiertag, eine Aktion, ein Ausfall. Es wird erwartet und prägt nicht, was üblich ist.",
    },
  },
  {
    name: { type: "string", description: "What it is called.", translations: { de: "Wie es heißt." } },
    date: {
      type: "string",
      description: "A single day or moment, ISO 8601; or start and end.",
      translations: { de: "Ein einzelner Tag oder Zeitpunkt, ISO 8601; oder Beginn und Ende." },
    },
    start: {
      type: "string",
      description: "First moment, ISO 8601.",
      translations: { de: "Erster Zeitpunkt, ISO 8601." },
    },
    end: {
      type: "string",
      description: "Last moment, inclusive; a date alone means its whole day.",
      translations: { de: "Letzter Zeitpunkt, einschließlich; ein Datum allein meint den ganzen Tag." },
    },
  },
);

/** What counts, what is known, how much is looked at. */
export const limits: Readonly<Record<string, OptionNode>> = {
  rules: {
    decidesOnly: true,
    type: "object",
    description: "What counts, by KPI; * is for all KPIs that have none of their own.",
    translations: { de: "Was zählt, nach Kennzahl; * gilt für alle ohne eigene Regel." },
    default: {},
    additionalProperties: rule,
  },
  events: {
    type: "array",
    description: "Known events (holidays, promotions, outages): expected, never an anomaly.",
    translations: { de: "Bekannte Ereignisse (Feiertage, Aktionen, Ausfälle): erwartet, nie eine Anomalie." },
    default: [],
    items: event,
  },
  holidays: nullable("string", {
    description:
      "Country, or state of one, whose holidays give learnt dates their names: DE, DE-BY, US. Needs the optional package date-holidays.",
    translations: {
      de: "Land oder Bundesland, dessen Feiertage gelernten Tagen ihren Namen geben: DE, DE-BY, US. Braucht das optionale Paket date-holidays.",
    },
    pattern: HOLIDAYS_PATTERN,
    examples: ["US", "DE-BY"],
    commandLine: {
      flag: "--holidays <place>",
      help: {
        en: "country or state whose holidays give learnt dates their names: DE, DE-BY, US (needs the package date-holidays)",
        de: "Land, dessen Feiertage gelernten Tagen ihre Namen geben: DE, DE-BY, US (braucht das Paket date-holidays)",
      },
    },
  }),
  holidaysKnown: {
    type: "boolean",
    default: false,
    description: "Take the public holidays of that place for known events too: expected, never an anomaly.",
    translations: {
      de: "Die gesetzlichen Feiertage dort auch als bekannte Ereignisse nehmen: erwartet, nie eine Anomalie.",
    },
    commandLine: {
      flag: "--holidays-known",
      help: {
        en: "the public holidays of that place are known events too: expected, never an anomaly",
        de: "die gesetzlichen Feiertage dort gelten auch als bekannte Ereignisse: erwartet, nie eine Anomalie",
      },
    },
  },
  mostKpis: {
    type: "integer",
    minimum: 1,
    default: 50,
    description: "Most KPIs analysed when none are named; the others are said, not silently left out.",
    translations: {
      de: "So viele Kennzahlen werden höchstens analysiert, wenn keine genannt sind; die übrigen werden genannt, nicht still weggelassen.",
    },
    commandLine: {
      flag: "--most-kpis <n>",
      help: {
        en: "KPIs analysed when none are named; the others are listed",
        de: "Kennzahlen, die ausgewertet werden, wenn keine genannt sind; die übrigen werden aufgezählt",
      },
    },
  },
  incidentGap: {
    decidesOnly: true,
    type: "integer",
    minimum: 0,
    default: 0,
    description: "Flagged rows with at most this many rows between them are one incident.",
    translations: { de: "Markierte Zeilen mit höchstens so vielen Zeilen dazwischen sind ein Vorfall." },
    commandLine: {
      flag: "--incident-gap <n>",
      help: {
        en: "rows of quiet that an incident may have inside it",
        de: "ruhige Zeilen, die ein Vorfall in sich haben darf",
      },
    },
  },
  seed: {
    type: "integer",
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    default: 42,
    description: "Seed of everything that draws at random: same file, configuration and seed, same bytes.",
    translations: {
      de: "Startwert für alles Zufällige: gleiche Datei, gleiche Konfiguration und gleicher Startwert, gleiche Bytes.",
    },
    commandLine: {
      flag: "--seed <n>",
      help: {
        en: "start of all random numbers: the same seed gives the same result",
        de: "Anfang aller Zufallszahlen: derselbe ergibt dasselbe Ergebnis",
      },
    },
    setting: {
      en: "Seed of everything random, so that a run can be repeated.",
      de: "Startwert alles Zufälligen, damit sich ein Lauf wiederholen lässt.",
    },
  },
};
