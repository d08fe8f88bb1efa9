import type { Catalogue } from "../catalogue.js";

/** Was sich von einem Bericht zum nächsten geändert hat. */
export const diff: Catalogue["diff"] = (counts, write) =>
  `${write.counted(counts.new, "neuer Vorfall", "neue Vorfälle")} (davon ${write.count(counts.fresh)} in neuen Daten), ${write.count(counts.gone)} weg, ${write.count(counts.changed)} verändert, ${write.count(counts.same)} gleich; ${write.counted(counts.added, "Wert kam", "Werte kamen")} hinzu, ${write.counted(counts.revised, "früherer Wert wurde", "frühere Werte wurden")} berichtigt.`;
