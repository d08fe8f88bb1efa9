import type { InEveryLanguage } from "../in-every-language.js";
import type { ErrorSentencesOf } from "../../subjects/error-sentences.js";
import type { ConfigurationProblems } from "../../../input-problems.js";
import * as english from "../../en/errors/configuration-terms.js";
import * as german from "../../de/errors/configuration-terms.js";

/** Configurations, known events and verdicts. */
export const configuration: InEveryLanguage<ErrorSentencesOf<ConfigurationProblems>> = {
  config_file: {
    en: ({ file, line, fault }) => [`${file}, line ${line}: ${english.configFault(fault)}`, english.DEFAULTS],
    de: ({ file, line, fault }) => [`${file}, Zeile ${line}: ${german.configFault(fault)}`, german.DEFAULTS],
  },
  config: {
    en: ({ fault }) => [`Configuration: ${english.configFault(fault)}`, english.DEFAULTS],
    de: ({ fault }) => [`Konfiguration: ${german.configFault(fault)}`, german.DEFAULTS],
  },
  consensus: {
    en: ({ asked, voters }) => [
      `Consensus asks for ${asked} detectors to agree, but ${voters} vote.`,
      "Lower the consensus or enable more detectors.",
    ],
    de: ({ asked, voters }) => [
      `Übereinstimmen sollen ${asked} Detektoren, aber nur ${voters} stimmen ab.`,
      "Verlangen Sie weniger Stimmen, oder schalten Sie mehr Detektoren ein.",
    ],
  },
  other_reading: {
    en: ({ option, asked, used }) => [
      `${option} is ${JSON.stringify(asked)}, but the table was read with ${used === null ? "none" : JSON.stringify(used)}.`,
      "Give the same options to readTable or readCsv, for example readOptions(config).",
    ],
    de: ({ option, asked, used }) => [
      `${option} ist ${JSON.stringify(asked)}, aber die Tabelle wurde ${used === null ? "ohne" : `mit ${JSON.stringify(used)}`} gelesen.`,
      "Geben Sie readTable oder readCsv dieselben Optionen, zum Beispiel readOptions(config).",
    ],
  },
  window_too_long: {
    en: ({ option, asked, rows }) => [
      `${option} asks for ${asked} rows, but the longest series has ${rows}.`,
      `Give a number up to ${rows}.`,
    ],
    de: ({ option, asked, rows }) => [
      `${option} verlangt ${asked} Zeilen, aber die längste Reihe hat ${rows}.`,
      `Nennen Sie eine Zahl bis ${rows}.`,
    ],
  },
  event_without_date: {
    en: ({ event, name }) => [`Event ${event}${name === null ? "" : ` (${name})`} has no date.`, english.WRITE_DATES],
    de: ({ event, name }) => [
      `Ereignis ${event}${name === null ? "" : ` (${name})`} hat kein Datum.`,
      german.WRITE_DATES,
    ],
  },
  event_date: {
    en: ({ text, place: at }, write) => [
      `${write.quoted(text)} is no date (${english.place(at)}).`,
      english.WRITE_DATES,
    ],
    de: ({ text, place: at }, write) => [
      `${write.quoted(text)} ist kein Datum (${german.place(at)}).`,
      german.WRITE_DATES,
    ],
  },
  events_without_date_column: {
    en: ({ columns }, write) => [
      `The calendar has the columns ${columns.map(write.quoted).join(", ")}, but none called "date" or "start".`,
      english.WRITE_DATES,
    ],
    de: ({ columns }, write) => [
      `Der Kalender hat die Spalten ${columns.map(write.quoted).join(", ")}, aber keine heißt „date“ oder „start“.`,
      german.WRITE_DATES,
    ],
  },
  calendar: {
    en: () => ["The calendar cannot be read: it is not written as calendar files are (iCalendar).", english.CALENDAR],
    de: () => [
      "Der Kalender lässt sich nicht lesen: Er ist nicht geschrieben, wie Kalenderdateien es sind (iCalendar).",
      german.CALENDAR,
    ],
  },
  holidays_package: {
    en: () => [
      "Names of holidays need the optional package date-holidays, which is not installed.",
      "Install it beside this program: npm install date-holidays@3.37.0. Where that is not possible, give the holidays as known events.",
    ],
    de: () => [
      "Für die Namen von Feiertagen fehlt das freiwillige Paket date-holidays.",
      "Neben diesem Programm einrichten: npm install date-holidays@3.37.0. Wo das nicht geht, die Feiertage als bekannte Ereignisse angeben.",
    ],
  },
  holidays_place: {
    en: ({ place }, write) => [
      `No holidays are known for ${write.quoted(place)}.`,
      "Give a country or a state of one by its ISO 3166 code, for example US, DE or DE-BY.",
    ],
    de: ({ place }, write) => [
      `Für ${write.quoted(place)} sind keine Feiertage bekannt.`,
      "Ein Land oder Bundesland mit seinem Kürzel nach ISO 3166 angeben, zum Beispiel US, DE oder DE-BY.",
    ],
  },
  calendar_repeats: {
    en: () => ["The calendar repeats its events too often.", english.CALENDAR],
    de: () => ["Der Kalender wiederholt seine Termine zu oft.", german.CALENDAR],
  },
  calendar_too_large: {
    en: ({ most }, write) => [
      `The calendar has more than ${write.count(most)} events in the time of the file.`,
      english.CALENDAR,
    ],
    de: ({ most }, write) => [
      `Der Kalender hat in der Zeit der Datei mehr als ${write.count(most)} Termine.`,
      german.CALENDAR,
    ],
  },
  calendar_takes_long: {
    en: ({ file, seconds }) => [
      `Reading the calendar ${file} takes longer than ${seconds} seconds.`,
      "Make it simpler or shorter.",
    ],
    de: ({ file, seconds }) => [
      `Den Kalender ${file} zu lesen dauert länger als ${seconds} Sekunden.`,
      "Machen Sie ihn einfacher oder kürzer.",
    ],
  },
  too_many_events: {
    en: ({ file, events, most }, write) => [
      `${file} has ${write.count(events)} events in the time of the data; at most ${write.count(most)} can be used.`,
      "Leave out those that do not matter for the KPIs.",
    ],
    de: ({ file, events, most }, write) => [
      `${file} hat ${write.count(events)} Ereignisse in der Zeit der Daten; höchstens ${write.count(most)} gehen.`,
      "Lassen Sie weg, was für die KPIs keine Rolle spielt.",
    ],
  },
  verdicts: {
    en: () => ["The verdicts are not written as this program writes them.", "Mend the file, or move it away."],
    de: () => [
      "Die Bewertungen sind nicht so geschrieben, wie dieses Programm sie schreibt.",
      "Bringen Sie die Datei in Ordnung, oder legen Sie sie beiseite.",
    ],
  },
};
