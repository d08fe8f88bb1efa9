import { FALSE_ALARMS_PATTERN } from "../params.js";
import { nullable, type OptionNode } from "./option.js";

/** What decides, and how readily. */
export const decision: Readonly<Record<string, OptionNode>> = {
  mode: {
    decidesOnly: true,
    type: "string",
    enum: ["auto", "vote"],
    default: "auto",
    description: "auto: the combined score of all detectors decides. vote: so many detectors must agree.",
    translations: {
      de: "auto: Der gemeinsame Score aller Detektoren entscheidet. vote: So viele Detektoren müssen übereinstimmen.",
    },
    commandLine: {
      flag: "--mode <mode>",
      help: {
        en: "auto: all detectors together decide; vote: so many detectors must agree",
        de: "auto: alle Detektoren entscheiden gemeinsam; vote: so viele müssen sich einig sein",
      },
    },
    setting: {
      en: "How it is decided what an anomaly is: by the combined score, or by votes of the detectors.",
      de: "Was über eine Anomalie entscheidet: die gemeinsame Bewertung oder die Stimmen der Detektoren.",
    },
  },
  sensitivity: {
    decidesOnly: true,
    type: "number",
    minimum: 0,
    maximum: 100,
    default: 50,
    description: "How readily auto raises an alarm; 50 is silent on series in which nothing happens.",
    translations: { de: "Wie leicht auto Alarm schlägt; 50 schweigt bei Reihen, in denen nichts geschieht." },
    commandLine: {
      flag: "--sensitivity <n>",
      help: {
        en: "how readily it raises an alarm, 0 to 100; at 50 it is silent where nothing happens",
        de: "wie schnell Alarm gegeben wird, 0 bis 100; bei 50 bleibt es still, wo nichts geschieht",
      },
    },
    setting: {
      en: "How readily an alarm is raised when the combined score decides, 0 to 100; 50 is silent on series in which nothing happens.",
      de: "Wie schnell Alarm gegeben wird, wenn die gemeinsame Bewertung entscheidet, 0 bis 100; bei 50 bleiben Reihen still, in denen nichts geschieht.",
    },
  },
  falseAlarms: nullable("string", {
    decidesOnly: true,
    description:
      "Instead of a sensitivity: how many false alarms are to be expected in a KPI in which nothing happens, for example 1 per month, 1 per year or 1 per file.",
    translations: {
      de: "Statt einer Empfindlichkeit: wie viele Fehlalarme in einer Kennzahl zu erwarten sind, in der nichts geschieht, zum Beispiel 1 per month, 1 per year oder 1 per file.",
    },
    pattern: FALSE_ALARMS_PATTERN,
    examples: ["1 per month"],
    commandLine: {
      flag: "--false-alarms <rate>",
      help: {
        en: "in place of a sensitivity: false alarms you accept, for example 1 per month, year or file",
        de: "statt einer Empfindlichkeit: wie viele Fehlalarme Sie hinnehmen, zum Beispiel 1 per month, year oder file",
      },
    },
  }),
  consensus: {
    decidesOnly: true,
    type: "integer",
    minimum: 1,
    default: 2,
    description: "Detectors that must agree in vote: 1 sensitive, 2 balanced, 3 strict, any number up to all.",
    translations: {
      de: "Detektoren, die bei vote übereinstimmen müssen: 1 empfindlich, 2 ausgewogen, 3 streng, jede Zahl bis zu allen.",
    },
    commandLine: {
      flag: "--consensus <n>",
      help: {
        en: "detectors that must agree in vote: 1 sensitive, 2 balanced, 3 strict",
        de: "Detektoren, die sich in vote einig sein müssen: 1 empfindlich, 2 ausgewogen, 3 streng",
      },
    },
    setting: {
      en: "How many detectors must agree when deciding by votes: 1 sensitive, 2 balanced, 3 strict.",
      de: "Wie viele Detektoren sich einig sein müssen, wenn nach Stimmen entschieden wird: 1 empfindlich, 2 ausgewogen, 3 streng.",
    },
  },
  votes: {
    decidesOnly: true,
    type: "boolean",
    default: true,
    description:
      "Whether detectors that only vote run in auto, where they decide nothing. Those that are set or named under detectors always run.",
    translations: {
      de: "Ob Detektoren, die nur abstimmen, auch bei auto laufen, wo sie nichts entscheiden. Unter detectors eingestellte oder genannte laufen immer.",
    },
    commandLine: {
      flag: "--votes",
      help: {
        en: "in auto, also run the detectors that only vote, for their columns in the output",
        de: "in auto auch die Detektoren rechnen, die nur abstimmen, für ihre Spalten in der Ausgabe",
      },
    },
  },
  contamination: {
    type: "number",
    exclusiveMinimum: 0,
    maximum: 0.5,
    default: 0.1,
    description: "At most this share of rows is flagged. A cap, never a quota: nothing is flagged to fill it.",
    translations: {
      de: "Höchstens dieser Anteil der Zeilen wird markiert. Eine Obergrenze, keine Quote: Nichts wird markiert, um sie zu erreichen.",
    },
    commandLine: {
      flag: "--contamination <share>",
      help: {
        en: "at most this share of the rows is flagged; a limit, never a target",
        de: "höchstens dieser Anteil der Zeilen wird markiert; eine Grenze, kein Ziel",
      },
    },
    setting: {
      en: "At most this share of rows is flagged. A cap, never a quota.",
      de: "Höchstens dieser Anteil der Zeilen wird markiert. Eine Obergrenze, nie eine Quote.",
    },
  },
};
