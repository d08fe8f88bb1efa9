import { InputError } from "../../errors.js";
import { joined } from "../columns/source-table.js";
import { chosenSheet, damaged, type Format } from "./format.js";
import { isZip, unzip, zipArchive, zipEntries } from "./zip/archive.js";

/** A ZIP archive of one file, as downloads often are; of several, the one that is named. */
export const zip: Format = {
  ...zipArchive,
  endings: ["zip"],
  mostlyOther: ["zip"],
  hasLines: false,
  isIn: isZip,
  open: (bytes, { sheet }) => {
    const entries = zipEntries(bytes);
    const names = [...entries.keys()].filter((name) => !/\/$|^__MACOSX\/|(^|\/)\.|^\[Content_Types\]/.test(name));
    if (entries.has("content.xml") || entries.has("xl/workbook.bin"))
      throw new InputError("other_workbook", { is: entries.has("content.xml") ? "opendocument" : "xlsb" });
    if (names.length === 0) throw damaged(zipArchive, "no_file");
    if (names.length > 1 && sheet === undefined)
      throw new InputError("several_files", { names: names.slice(0, 10), count: names.length });
    const { name } = names.length > 1 ? chosenSheet("file", names, sheet, names[0]) : { name: names[0] };
    const parts: Uint8Array[] = [];
    try {
      unzip(bytes, entries.get(name)!, (piece) => void parts.push(piece));
    } catch (error) {
      throw error instanceof InputError ? error : damaged(zipArchive, error);
    }
    return { kind: "file", bytes: joined(parts), name };
  },
};
