import { section, type OptionNode } from "./option.js";

export const segments: OptionNode = section(
  {
    title: "SegmentsConfig",
    description: "Which values of columns.segments get a series of their own; the others are pooled.",
    translations: {
      de: "Welche Werte von columns.segments eine eigene Reihe bekommen; die übrigen werden zusammengelegt.",
    },
  },
  {
    top: {
      type: "integer",
      minimum: 1,
      default: 50,
      description: "Most of them, largest first.",
      translations: { de: "Höchstens so viele, die größten zuerst." },
      commandLine: {
        flag: "--top <n>",
        help: {
          en: "segments that get a series of their own, largest first",
          de: "Segmente, die eine eigene Reihe bekommen, die größten zuerst",
        },
      },
    },
    minimumShare: {
      type: "number",
      minimum: 0,
      maximum: 1,
      default: 0.001,
      description: "Least share of the whole.",
      translations: { de: "Mindestanteil am Ganzen." },
      commandLine: {
        flag: "--minimum-share <share>",
        help: {
          en: "least share of the total that a segment needs for a series of its own",
          de: "kleinster Anteil an der Summe, mit dem ein Segment eine eigene Reihe bekommt",
        },
      },
    },
    minimumHistory: {
      type: "integer",
      minimum: 1,
      default: 24,
      description: "Least moments with records; 24 is the least that a season can be told from.",
      translations: { de: "Mindestzahl der Zeitpunkte mit Zeilen; ab 24 lässt sich eine Saison erkennen." },
      commandLine: {
        flag: "--minimum-history <n>",
        help: {
          en: "least number of values that a segment needs for a series of its own",
          de: "kleinste Zahl von Werten, mit der ein Segment eine eigene Reihe bekommt",
        },
      },
    },
  },
);
