import type { OtherFile } from "../../../input-problems.js";
import type { ToldError } from "../../subjects/error-sentences.js";

export const OTHER_FILES: Readonly<Record<OtherFile, ToldError>> = {
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

export const MARKUP = { markup: "eine Webseite oder XML", json: "JSON", document: "ein Dokument" };

export const WITH_HEADER = "Wählen Sie eine CSV-Datei mit einer Kopfzeile und Datenzeilen.";
