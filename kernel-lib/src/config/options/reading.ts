import { nullable, section, type OptionNode } from "./option.js";

export const read: OptionNode = section(
  {
    title: "ReadConfig",
    description: "How to read the file where guessing is not wanted.",
    translations: { de: "Wie die Datei gelesen wird, wo nichts erraten werden soll." },
  },
  {
    encoding: nullable("string", {
      description: "Encoding, for example shift_jis or windows-1250.",
      translations: { de: "Zeichenkodierung, zum Beispiel shift_jis oder windows-1250." },
      minLength: 1,
      commandLine: {
        flag: "--encoding <name>",
        help: {
          en: "encoding of the text, for example shift_jis or windows-1250",
          de: "Zeichenkodierung, zum Beispiel shift_jis oder windows-1250",
        },
      },
    }),
    skipRows: nullable("integer", {
      description: "Lines to skip at the top of the file.",
      translations: { de: "Zeilen am Anfang der Datei, die übersprungen werden." },
      minimum: 0,
      commandLine: {
        flag: "--skip-rows <n>",
        help: { en: "lines to skip at the top of the file", de: "Zeilen, die am Anfang der Datei überlesen werden" },
      },
    }),
    headerRow: nullable("integer", {
      description: "Line of the file, from 1, that names the columns; 0 when none does.",
      translations: { de: "Zeile der Datei, ab 1 gezählt, mit den Namen der Spalten; 0, wenn es keine gibt." },
      minimum: 0,
      commandLine: {
        flag: "--header-row <line>",
        help: {
          en: "the line, from 1, that names the columns; 0 when none does",
          de: "die Zeile, ab 1, in der die Spaltennamen stehen; 0, wenn es keine gibt",
        },
      },
    }),
    sheet: nullable("string", {
      description: "Sheet of a workbook, table of a database, list of a JSON file or file of a ZIP archive.",
      translations: {
        de: "Blatt einer Arbeitsmappe, Tabelle einer Datenbank, Liste einer JSON-Datei oder Datei eines ZIP-Archivs.",
      },
      minLength: 1,
      commandLine: {
        flag: "--sheet <name>",
        help: {
          en: "sheet of a workbook, table of a database, list in a JSON file, or file in a ZIP archive",
          de: "Blatt einer Arbeitsmappe, Tabelle einer Datenbank, Liste in einer JSON-Datei oder Datei in einem ZIP-Archiv",
        },
      },
    }),
    delimiter: nullable("string", {
      description: "Delimiter, for example ; or a tab.",
      translations: { de: "Trennzeichen, zum Beispiel ; oder ein Tabulator." },
      minLength: 1,
      maxLength: 1,
      commandLine: {
        flag: "--delimiter <character>",
        as: "delimiter",
        help: {
          en: "what stands between columns, for example ; or \\t for a tab",
          de: "was zwischen den Spalten steht, zum Beispiel ; oder \\t für einen Tabulator",
        },
      },
    }),
    decimal: nullable("string", {
      description: "Decimal mark.",
      translations: { de: "Dezimalzeichen." },
      enum: [".", ",", null],
      commandLine: { flag: "--decimal <mark>", help: { en: "decimal mark, . or ,", de: "Dezimalzeichen, . oder ," } },
    }),
    dateFormat: nullable("string", {
      description: "Date format, for example DD/MM/YYYY HH:mm.",
      translations: { de: "Datumsformat, zum Beispiel DD/MM/YYYY HH:mm." },
      commandLine: {
        flag: "--date-format <format>",
        help: {
          en: "how dates are written, for example DD/MM/YYYY HH:mm",
          de: "wie Daten geschrieben sind, zum Beispiel DD/MM/YYYY HH:mm",
        },
      },
    }),
    durations: nullable("string", {
      description: "What durations of two parts, such as 4:35, are: minutes (and seconds), or hours (and minutes).",
      translations: {
        de: "Was Dauern aus zwei Teilen wie 4:35 sind: Minuten (und Sekunden) oder Stunden (und Minuten).",
      },
      enum: ["minutes", "hours", null],
      commandLine: {
        flag: "--durations <parts>",
        help: {
          en: "4:35 is a duration of minutes and seconds (minutes), or of hours and minutes (hours)",
          de: "4:35 ist eine Dauer in Minuten und Sekunden (minutes) oder in Stunden und Minuten (hours)",
        },
      },
    }),
    datesAcross: {
      type: "boolean",
      default: false,
      description: "Read columns that are named by moments (years, months, hours) as rows.",
      translations: { de: "Spalten, die nach Zeitpunkten heißen (Jahre, Monate, Stunden), als Zeilen lesen." },
      commandLine: {
        flag: "--dates-across",
        help: {
          en: "columns are named by moments (years, months, hours): read them as rows",
          de: "Spalten heißen nach Zeitpunkten (Jahre, Monate, Stunden): sie als Zeilen lesen",
        },
      },
    },
    missing: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Cells that mean 'no value', besides the usual ones, for example [\"-999\"].",
      translations: { de: 'Zellen, die „kein Wert“ bedeuten, neben den üblichen, zum Beispiel ["-999"].' },
      commandLine: {
        flag: "--missing <value>",
        as: "repeated",
        help: {
          en: "a cell that means 'no value', for example -999; give it several times",
          de: "eine Zelle, die „kein Wert“ bedeutet, zum Beispiel -999; mehrmals möglich",
        },
      },
    },
  },
);
