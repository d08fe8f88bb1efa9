import type { WarningSentences } from "../catalogue.js";
import type { WaysFound } from "../../warning.js";
import type { Writer } from "../writer.js";

const MOST = 5;

const MONTH_LANGUAGES: Readonly<Record<string, string>> = {
  English: "englisch",
  German: "deutsch",
  French: "französisch",
  Spanish: "spanisch",
  Italian: "italienisch",
  Portuguese: "portugiesisch",
  Dutch: "niederländisch",
};

const PERIOD = { hour: "Stunde", day: "Tag", week: "Woche", month: "Monat" } as const;
const PERIODS = { hour: "Stunden", day: "Tage", week: "Wochen", month: "Monate" } as const;
const EVERY = { hour: "Jede Stunde", day: "Jeder Tag", week: "Jede Woche", month: "Jeder Monat" } as const;
const PER = { hour: "je Stunde", day: "je Tag", week: "je Woche", month: "je Monat" } as const;

/** Was an einer Datei wissenswert ist. */
export const warnings: WarningSentences = {
  too_few_rows_for_detection: ({ rows, needed }, write) =>
    `Nur ${write.counted(rows, "Zeile ist", "Zeilen sind")} brauchbar; mindestens ${needed} sind nötig, um zu wissen, was üblich ist.`,
  no_date_column_using_row_index: ({ rows }, write) =>
    `Keine Spalte enthält ein Datum; die ${write.count(rows)} Zeilen gelten in der Reihenfolge der Datei, jede als ein Schritt.`,
  several_date_columns: ({ used, others }, write) =>
    `${write.quoted(used)} gilt als Datum; auch ${write.quotedList(others)} ${others.length > 1 ? "enthalten" : "enthält"} Daten.`,
  date_in_several_columns: ({ columns }, write) => `Das Datum ist aus ${write.quotedList(columns)} zusammengesetzt.`,
  mixed_date_formats: ({ column, formats }, write) =>
    `In ${write.quoted(column)} stehen Daten in ${formats.length} Schreibweisen: ${write.list(formats, MOST)}.`,
  ambiguous_date_order: ({ column, format }, write) =>
    `In ${write.quoted(column)} kann der Tag oder der Monat vorn stehen; gelesen wird ${format}.`,
  excel_serial_dates_assumed: ({ column }, write) =>
    `Die Zahlen in ${write.quoted(column)} gelten als Tage einer Tabellenkalkulation seit 1899-12-30 (45292 ist 2024-01-01).`,
  unparsable_date_rows: ({ column, rows, monthNames }, write) =>
    monthNames === null
      ? `${write.counted(rows, "Zeile hat", "Zeilen haben")} in ${write.quoted(column)} kein lesbares Datum und ${rows === 1 ? "bleibt" : "bleiben"} außen vor.`
      : `Die Monatsnamen in ${write.quoted(column)} werden als ${MONTH_LANGUAGES[monthNames] ?? monthNames} gelesen; ${write.counted(rows, "Zeile war", "Zeilen waren")} nicht lesbar.`,
  suspicious_dates: ({ rows, example }, write) =>
    `${write.counted(rows, "Zeile hat", "Zeilen haben")} ein Datum weitab von allen anderen, zum Beispiel ${write.when(example)}, und ${rows === 1 ? "bleibt" : "bleiben"} außen vor.`,
  unsorted_rows_sorted: ({ newestFirst }) =>
    newestFirst
      ? "Die neuesten Zeilen stehen oben; sie wurden nach Datum sortiert."
      : "Die Zeilen stehen nicht in zeitlicher Reihenfolge; sie wurden nach Datum sortiert.",
  duplicate_timestamps: ({ rows, example }, write) =>
    `${write.counted(rows, "Zeile wiederholt", "Zeilen wiederholen")} das Datum einer anderen, zum Beispiel ${write.when(example)}.`,
  long_format: ({ columns, series }, write) =>
    series > 0
      ? `Zu einem Zeitpunkt gibt es mehrere Zeilen; ${write.quotedList(columns)} ${columns.length > 1 ? "unterscheiden" : "unterscheidet"} sie und ${columns.length > 1 ? "ergeben" : "ergibt"} ${write.count(series)} Reihen.`
      : `Zu einem Zeitpunkt gibt es mehrere Zeilen; ${write.quotedList(columns)} teilt sie in Reihen auf.`,
  gap: ({ gaps, missing, longest, clockChanges, by }, write) => {
    if (by !== null)
      return `${write.counted(gaps, `${PERIOD[by]} hat`, `${PERIODS[by]} haben`)} gar keine Zeile und ${gaps === 1 ? "bleibt eine Lücke" : "bleiben Lücken"}.`;
    const lost = missing === null ? "" : ` (${write.counted(missing, "Wert fehlt", "Werte fehlen")})`;
    const where = longest === null ? "" : `, die längste von ${write.when(longest.from)} bis ${write.when(longest.to)}`;
    const clock =
      clockChanges === 0
        ? ""
        : `; ${clockChanges === gaps ? "alle" : write.count(clockChanges)} passen zur Zeitumstellung im Frühjahr`;
    return `Die Zeitachse hat ${write.counted(gaps, "Lücke", "Lücken")}${lost}${where}${clock}. Nichts wird aufgefüllt.`;
  },
  irregular_intervals: ({ seconds }, write) =>
    `Die Zeilen kommen in unregelmäßigen Abständen, etwa alle ${duration(seconds, write)}.`,
  incomplete_last_period: ({ time, because }, write) =>
    because === "early"
      ? `Die letzte Zeile (${write.when(time)}) kommt vor dem Ende ihres Zeitraums; ihr Wert ist vielleicht unvollständig.`
      : `Die letzte Zeile (${write.when(time)}) ist weniger als halb so groß wie jede davor; ihr Zeitraum ist vielleicht noch nicht zu Ende.`,
  constant_column: ({ column }, write) => `${write.quoted(column)} ist in jeder Zeile gleich.`,
  empty_column: ({ column }, write) => `${write.quoted(column)} enthält keine Werte.`,
  missing_values: ({ column, missing, of, unreadable }, write) =>
    `${write.count(missing)} von ${write.count(of)} Zellen in ${write.quoted(column)} ${missing === 1 ? "enthält" : "enthalten"} keinen Wert${unreadable > 0 ? ` (${write.count(unreadable)} mit Text, der keine Zahl ist)` : ""}; sie bleiben außen vor und zählen nie als 0.`,
  non_finite_values: ({ column, cells }, write) =>
    `${write.counted(cells, "Zelle", "Zellen")} in ${write.quoted(column)} ${cells === 1 ? "enthält" : "enthalten"} unendlich und ${cells === 1 ? "gilt" : "gelten"} als fehlend.`,
  possible_missing_value_code: ({ column, value, times }, write) =>
    `${String(value).replace(".", ",")} steht in ${write.quoted(column)} ${times}-mal, weitab von allen anderen Werten, und heißt vielleicht „kein Wert“; es bleibt eine Zahl, solange Sie es nicht als fehlend angeben.`,
  precision_above_2_53: ({ column }, write) =>
    `${write.quoted(column)} enthält ganze Zahlen über 9.007.199.254.740.992, deren letzte Stellen verloren gehen.`,
  not_utf8: ({ readAs }) =>
    readAs === "utf-8"
      ? "Einige Bytes der Datei sind kein gültiges UTF-8 und wurden ersetzt."
      : `Die Datei ist nicht in UTF-8; sie wird als ${encodingName(readAs)} gelesen.`,
  nul_bytes: ({ bytes }, write) =>
    `${write.counted(bytes, "leeres Byte (NUL) wurde", "leere Bytes (NUL) wurden")} aus dem Text entfernt.`,
  no_header: ({ columns }) =>
    `Die erste Zeile enthält Werte, keine Namen; ${columns === 1 ? "die Spalte heißt column_1" : `die Spalten heißen column_1 bis column_${columns}`}.`,
  duplicate_headers: ({ renamed }, write) =>
    `Mehrere Spalten heißen gleich: ${write.list(
      renamed.map(({ from, to }) => `${write.quoted(from)} heißt jetzt ${write.quoted(to)}`),
      MOST,
    )}.`,
  empty_header: ({ columns, names }, write) =>
    `${write.counted(columns, "Spalte hat", "Spalten haben")} keinen Namen und ${columns === 1 ? "heißt" : "heißen"} ${write.list(names, MOST)}.`,
  ragged_rows: ({ short, long }, write) =>
    [
      short > 0
        ? `${write.counted(short, "Zeile hat", "Zeilen haben")} weniger Zellen als Spalten (der Rest fehlt)`
        : "",
      long > 0
        ? `${write.counted(long, "Zeile hat", "Zeilen haben")} mehr Zellen als Spalten (die überzähligen zählen nicht)`
        : "",
    ]
      .filter((part) => part !== "")
      .join("; ") + ".",
  unclosed_quote: ({ lines }, write) =>
    `In Zeile ${write.list(lines.map(String), MOST)} öffnet ein Anführungszeichen, das nie geschlossen wird; es gilt als gewöhnliches Zeichen.`,
  comment_lines_skipped: ({ lines }, write) =>
    `${write.counted(lines, "Zeile, die mit # oder // beginnt, wurde", "Zeilen, die mit # oder // beginnen, wurden")} übersprungen.`,
  preamble_skipped: ({ lines }, write) =>
    `${write.counted(lines, "Zeile Text über der Tabelle wurde", "Zeilen Text über der Tabelle wurden")} übersprungen.`,
  many_columns: ({ columns }, write) =>
    `Die Datei hat ${write.count(columns)} Spalten; wählen Sie die KPIs aus, denn alle zu betrachten dauert lange und findet mehr Zufälliges.`,
  durations_as_seconds: ({ column }, write) =>
    `${write.quoted(column)} enthält Dauern, keine Uhrzeiten; sie zählen in Sekunden.`,
  thousands_or_fraction: ({ column, example, value }, write) =>
    `${example} in ${write.quoted(column)} wird als ${String(value).replace(".", ",")} gelesen; die Spalte verrät nicht, ob das Zeichen Tausender oder Nachkommastellen abtrennt.`,
  marks_cut_off: ({ column, kind, marks, cells }, write) => {
    const list = write.list(marks, MOST);
    const where = `${write.counted(cells, "Zahl", "Zahlen")} in ${write.quoted(column)}`;
    if (kind === "scale") return `Bei ${where} ist ${list} dahinter eingerechnet.`;
    if (kind === "unit") return `Die Einheit ${list} steht an ${where} und ist abgetrennt.`;
    if (kind === "side") return `Die Seite des Kontos (${list}) steht hinter ${where}; Soll ist negativ.`;
    return `Vermerke (${list}) stehen an ${where}; sie bleiben weg, die ${cells === 1 ? "Zahl bleibt" : "Zahlen bleiben"}.`;
  },
  mixed_units: ({ column, units }, write) =>
    `In ${write.quoted(column)} stehen Zahlen in mehreren Einheiten (${write.list(
      units.map((unit) => unit || "keine"),
      MOST,
    )}) nebeneinander; umgerechnet wird nichts.`,
  header_of_several_rows: ({ rows }) => `Die Spaltennamen sind aus ${rows} Zeilen zusammengesetzt.`,
  other_tables_skipped: ({ tables, line }, write) =>
    `${write.counted(tables, "weitere Tabelle", "weitere Tabellen")} in der Datei, ab Zeile ${line}, ${tables === 1 ? "wird" : "werden"} nicht gelesen.`,
  coarser_periods_left_out: ({ column, rows, formats }, write) =>
    `In ${write.quoted(column)} stehen Zeiträume verschiedener Länge; gelesen werden die kürzesten, ${write.counted(rows, "Zeile", "Zeilen")} mit längeren (${write.list(formats, MOST)}) ${rows === 1 ? "bleibt" : "bleiben"} außen vor.`,
  days_without_year: ({ column }, write) =>
    `Den Tagen in ${write.quoted(column)} fehlt das Jahr; die Zeilen gelten in der Reihenfolge der Datei.`,
  minguo_years: ({ column }, write) =>
    `Die Jahre in ${write.quoted(column)} werden als die der Republik China gelesen (113 ist 2024).`,
  calendar_converted: ({ column, calendar }, write) =>
    `Die Daten in ${write.quoted(column)} werden als die des ${calendar === "persian" ? "persischen Kalenders (1403 begann am 20. März 2024)" : "islamischen Kalenders von Umm al-Qura (1446 begann am 7. Juli 2024)"} gelesen.`,
  buddhist_years: ({ column }, write) =>
    `Die Jahre in ${write.quoted(column)} werden als buddhistische gelesen (2567 ist 2024).`,
  fiscal_periods: ({ column }, write) =>
    `${write.quoted(column)} zählt Perioden des Geschäftsjahrs; sie werden gelesen, als begänne es im Januar.`,
  interval_start_taken: ({ column }, write) =>
    `In ${write.quoted(column)} stehen Intervalle; als Datum gilt ihr Beginn.`,
  settlement_periods: ({ column, perDay }, write) =>
    `${write.quoted(column)} zählt die ${perDay} Perioden eines Tages, die erste ab Mitternacht.`,
  whole_lines_quoted: () => "Jede Zeile steht als Ganzes in Anführungszeichen; gelesen werden die Zellen darin.",
  dates_across: ({ columns, first, last }, write) =>
    `${write.count(columns)} Spalten sind nach Zeitpunkten benannt, von ${write.quoted(first)} bis ${write.quoted(last)}: Die Reihen laufen offenbar quer. Quer gelesen (dates across) wird jeder Zeitpunkt eine Zeile.`,
  columns_turned_to_rows: ({ columns }, write) =>
    `Die ${write.count(columns)} nach Zeitpunkten benannten Spalten werden als Zeilen gelesen.`,
  header_row_given: ({ line }) => `Die Spaltennamen kommen aus Zeile ${line}, wie angegeben.`,
  rows_skipped_as_told: ({ lines }, write) =>
    lines === 1
      ? "Die erste Zeile wird übersprungen, wie angegeben."
      : `Die ersten ${write.count(lines)} Zeilen werden übersprungen, wie angegeben.`,
  sheet_chosen: ({ sheet, sheets, others }, write) =>
    `Gelesen wurde „${sheet}“ mit Daten und Zahlen; ${sheets === 2 ? "nicht gelesen wurde" : `${write.count(sheets - 1)} andere bleiben außer Betracht:`} ${write.list(others)}${sheets - 1 > others.length ? " …" : ""}.`,
  sheet_given: ({ sheet }) => `Gelesen wurde „${sheet}“, wie angegeben.`,
  encoding_given: ({ encoding }) => `Die Datei wird als ${encodingName(encoding)} gelesen, wie angegeben.`,
  aggregated: ({ by, ways }, write) =>
    `${EVERY[by]} ist eine Zeile: ${inWords(ways, write)}${by === "week" ? "; Wochen beginnen am Montag" : ""}.`,
  unfinished_period_left_out: ({ by, which, time }, write) =>
    `${by === "hour" || by === "week" ? "Die" : "Der"} ${which === "first" ? "erste" : "letzte"} ${PERIOD[by]} ist unvollständig und bleibt außen vor: Die Datei ${which === "first" ? "beginnt erst am" : "endet am"} ${write.when(time)}.`,
  segments_pooled: ({ keys, total, others, kept, values, by, ways }, write) => {
    const rest = values - kept;
    const pooled =
      others === null
        ? `Jeder der ${write.count(values)} Werte von ${write.list(keys)} ist eine Reihe`
        : `Die ${write.count(kept)} größten von ${write.count(values)} Werten von ${write.list(keys)} sind Reihen, ${rest === 1 ? "der übrige ist" : `die übrigen ${write.count(rest)} sind`} als ${write.quoted(others)} zusammengefasst`;
    return `${pooled}; ${write.quoted(total)} ist das Ganze${by === null ? "" : `, ${PER[by]}`}: ${inWords(ways, write)}.`;
  },
};

const VERBS: Readonly<Record<WaysFound[number]["how"], string>> = {
  sum: "als Summe",
  mean: "im Mittel",
  count: "als Anzahl",
  distinct: "als Anzahl verschiedener Werte",
  median: "als Median",
};

const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "windows-1250": "Windows-1250 (mitteleuropäisch)",
  "windows-1251": "Windows-1251 (kyrillisch)",
  "windows-1252": "Windows-1252 (westeuropäisch)",
  "windows-1253": "Windows-1253 (griechisch)",
  "windows-1254": "Windows-1254 (türkisch)",
  "windows-1255": "Windows-1255 (hebräisch)",
  "windows-1256": "Windows-1256 (arabisch)",
  "windows-1257": "Windows-1257 (baltisch)",
  "windows-874": "Windows-874 (thailändisch)",
  "iso-8859-2": "ISO-8859-2 (mitteleuropäisch)",
  "iso-8859-5": "ISO-8859-5 (kyrillisch)",
  "iso-8859-7": "ISO-8859-7 (griechisch)",
  "koi8-r": "KOI8-R (kyrillisch)",
  "koi8-u": "KOI8-U (ukrainisch)",
  ibm866: "IBM 866 (kyrillisch)",
  macintosh: "Mac OS Roman (westeuropäisch)",
  shift_jis: "Shift_JIS (japanisch)",
  "euc-jp": "EUC-JP (japanisch)",
  gb18030: "GB18030 (chinesisch)",
  big5: "Big5 (chinesisch)",
  "euc-kr": "EUC-KR (koreanisch)",
};

function encodingName(encoding: string): string {
  return ENCODINGS[encoding] ?? encoding;
}

function inWords(ways: WaysFound, write: Writer): string {
  return ways.map(({ how, columns }) => `${write.list(columns)} ${VERBS[how]}`).join(", ");
}

function duration(seconds: number, write: Writer): string {
  if (seconds < 120) return write.counted(Math.round(seconds), "Sekunde", "Sekunden");
  if (seconds < 7200) return write.counted(Math.round(seconds / 60), "Minute", "Minuten");
  return seconds < 172_800
    ? write.counted(Math.round(seconds / 3600), "Stunde", "Stunden")
    : write.counted(Math.round(seconds / 86_400), "Tag", "Tage");
}
