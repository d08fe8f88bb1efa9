import type { FileProblems, OtherFile } from "../../../input-problems.js";
import type { ErrorSentencesOf, ToldError } from "../../subjects/error-sentences.js";

const OTHER_FILES: Readonly<Record<OtherFile, ToldError>> = {
  zip: [
    "ein ZIP-Archiv oder eine Excel-Mappe (.xlsx)",
    "Öffnen Sie die Datei in einer Tabellenkalkulation und speichern Sie das Blatt als CSV, oder entpacken Sie das Archiv.",
  ],
  xls: [
    "eine alte Excel-Mappe (.xls)",
    "Öffnen Sie die Datei in einer Tabellenkalkulation und speichern Sie das Blatt als CSV.",
  ],
  gzip: ["ein gzip-Archiv", "Entpacken Sie es, zum Beispiel mit gunzip."],
  bzip2: ["ein bzip2-Archiv", "Entpacken Sie es, zum Beispiel mit bunzip2."],
  zstandard: ["ein Zstandard-Archiv", "Entpacken Sie es, zum Beispiel mit unzstd."],
  "7zip": ["ein 7-Zip-Archiv", "Entpacken Sie es."],
  xz: ["ein xz-Archiv", "Entpacken Sie es, zum Beispiel mit unxz."],
  pdf: ["ein PDF-Dokument", "Exportieren Sie die Tabelle, aus der es entstand, als CSV."],
  png: ["ein PNG-Bild", "Wählen Sie die CSV-Datei, aus der das Bild entstand."],
  jpeg: ["ein JPEG-Bild", "Wählen Sie die CSV-Datei, aus der das Bild entstand."],
  gif: ["ein GIF-Bild", "Wählen Sie die CSV-Datei, aus der das Bild entstand."],
  parquet: ["eine Parquet-Datei", "Exportieren Sie sie als CSV."],
  sqlite: ["eine SQLite-Datenbank", "Exportieren Sie die Tabelle als CSV."],
};

const MARKUP = { markup: "eine Webseite oder XML", json: "JSON", document: "ein Dokument" };
const WITH_HEADER = "Wählen Sie eine CSV-Datei mit einer Kopfzeile und Datenzeilen.";

/** Files that cannot be opened or hold no text of a table. */
export const files: ErrorSentencesOf<FileProblems> = {
  no_file: ({ path }) => [`Die Datei ${path} gibt es nicht.`, "Prüfen Sie den Pfad; er gilt vom aktuellen Ordner aus."],
  is_folder: ({ path }) => [`${path} ist ein Ordner; gebraucht wird eine Datei.`, "Nennen Sie eine Datei darin."],
  not_permitted: ({ path }) => [`${path} darf nicht gelesen werden.`, "Prüfen Sie die Zugriffsrechte."],
  circular_link: ({ path }) => [`${path} ist ein Verweis, der im Kreis führt.`, "Nennen Sie die Datei selbst."],
  not_readable: ({ path, reason }) => [
    `${path} ließ sich nicht lesen (${reason}).`,
    "Prüfen Sie den Pfad und das Gerät, auf dem die Datei liegt.",
  ],
  too_many_bytes: ({ path, bytes, most }, write) => [
    `${path} ${bytes === null ? `liefert mehr als ${write.count(most)} Bytes` : `hat ${write.count(bytes)} Bytes`}; lesbar sind höchstens ${write.count(most)}.`,
    "Teilen Sie die Datei, oder fassen Sie ihre Zeilen vorher zusammen.",
  ],
  not_enough_memory: ({ path }) => [`${path} braucht mehr Arbeitsspeicher, als da ist.`, "Teilen Sie die Datei."],
  other_file: ({ is }) => [
    `Das ist ${OTHER_FILES[is][0]} und kein Text; gebraucht wird eine CSV-Datei.`,
    OTHER_FILES[is][1],
  ],
  binary: () => [
    "Die Datei ist binär und kein Text; gebraucht wird eine CSV-Datei.",
    "Exportieren Sie die Daten als CSV aus dem Programm, das diese Datei geschrieben hat.",
  ],
  text_too_large: ({ bytes, most }, write) => [
    `Die Datei hat ${write.count(bytes)} Bytes; lesbar sind höchstens ${write.count(most)}.`,
    "Teilen Sie die Datei, oder behalten Sie nur die Spalten und Zeilen, um die es geht.",
  ],
  no_bytes: () => ["Die Datei ist leer (0 Bytes).", WITH_HEADER],
  blank_lines: () => ["Die Datei enthält keinen Text, nur leere Zeilen.", WITH_HEADER],
  header_only: ({ names }) => [
    `Die Datei hat eine Kopfzeile (${names.join(", ")}), aber keine Datenzeilen.`,
    "Wählen Sie eine Datei mit wenigstens ein paar Zeilen unter der Kopfzeile.",
  ],
  no_rows: () => [
    "Die Datei hat Spaltennamen, aber keine Datenzeilen.",
    "Wählen Sie eine Datei mit Zeilen unter der Kopfzeile.",
  ],
  no_columns: () => ["Die Datei hat keine Spalten.", "Wählen Sie eine Datei mit wenigstens ein paar Zeilen."],
  no_rows_below: ({ names }) => [
    `Die Datei hat Spalten (${names.join(", ")}), aber keine Datenzeilen.`,
    "Wählen Sie eine Datei mit wenigstens ein paar Zeilen.",
  ],
  too_many_columns: ({ columns, most }, write) => [
    `Die Datei hat ${write.count(columns)} Spalten; lesbar sind höchstens ${write.count(most)}.`,
    "Behalten Sie nur die Spalten, um die es geht.",
  ],
  one_row: () => [
    "Die Datei hat nur eine Datenzeile; was üblich ist, lässt sich nur aus vielen lernen.",
    "Wählen Sie eine Datei mit wenigstens ein paar Dutzend Zeilen.",
  ],
  markup: ({ is }) => [
    `Die Datei ist ${MARKUP[is]} und keine Tabelle in CSV-Form.`,
    "Exportieren Sie die Daten als CSV: eine Zeile mit Spaltennamen, dann eine Zeile je Zeitpunkt.",
  ],
  prose: () => [
    "Die Datei ist Text ohne Spalten: kein Trennzeichen, und keine Zahlen, die sich Zeile für Zeile wiederholen.",
    "Wählen Sie eine Datei mit einer Zeile Spaltennamen und einer Zeile je Zeitpunkt, oder nennen Sie das Trennzeichen.",
  ],
  turned_too_large: ({ rows, most }, write) => [
    `Auf die Seite gedreht hat die Datei ${write.count(rows)} Zeilen; lesbar sind höchstens ${write.count(most)}.`,
    "Behalten Sie nur die Zeilen, um die es geht.",
  ],
};
