import { describe, expect, test } from "vitest";
import { likeliestEncoding } from "../../../kernel-lib/src/io/text/likeliest-encoding.js";
import { decoderOf } from "../../../kernel-lib/src/io/text/decoders.js";
import { isoDay, sampleRows, sampleValue } from "../sample-file.js";
import { reading } from "../reading.js";

/** Text in an encoding that only decoders know: every character is looked up among all pairs of bytes. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder =
    encoding.startsWith("ibm8") || encoding === "ibm437"
      ? decoderOf(encoding)
      : new TextDecoder(encoding, { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, bytes);
    } catch {
      // No character.
    }
  };
  for (let high = 0; high < 256; high++) add([high]);
  for (let high = 129; high < 255; high++) for (let low = 64; low < 255; low++) add([high, low]);
  return Uint8Array.from([...text].flatMap((character) => bytesOf.get(character) ?? [63]));
}

describe("the encoding goes by likelihood", () => {
  test.each<[string, string]>([
    ["shift_jis", "日付,売上数量\n2024年1月5日,東京本店"],
    ["shift_jis", "ダウンロードした時刻,ｺｰﾄﾞ"],
    ["euc-jp", "日付,気温,データの種類"],
    ["gb18030", "日期,销售额,上海门店"],
    ["gb18030", "时间;温度;湿度"],
    ["big5", "日期,營業額,門市"],
    ["euc-kr", "날짜,매출액,서울 지점"],
    ["euc-kr", "2024년 1월 5일;수량"],
    ["windows-1251", "Дата;Выручка;Количество чеков"],
    ["windows-1251", "ДАТА;ЗНАЧЕНИЕ"],
    ["windows-1250", "Datum;Tržby;Počet kusů"],
    ["windows-1250", "Miesiąc;Sprzedaż;Ilość"],
    ["windows-1250", "Dátum;Hőmérséklet;Fogyasztás"],
    ["windows-1250", "Datum;Količina;Šifra"],
    ["windows-1252", "Datum;Umsätze (€);Größe"],
    ["windows-1252", "Année;Durée;Température (°C)"],
    ["windows-1252", "fecha;año;¿cuánto?"],
    ["windows-1252", "data;preço;ações;não"],
    ["windows-1252", "Dato;Omsætning;Køb;År"],
    ["windows-1252", "time;flow (m³/h);µg"],
    ["windows-1252", "Dagsetning;Sala;Borg\n1;2;Þorlákshöfn\n1;2;Ísafjörður"],
    ["windows-1252", "Date;Chiffre d’affaires"],
    ["ibm850", "Datum;Umsätze;Größe"],
    ["ibm850", "Datum;für;Stück;Menge"],
    ["ibm850", "Date;Durée;Montant réglé"],
    ["ibm850", "Date;Prix;Coût;Où;Forêt"],
    ["ibm850", "Fecha;Año;Cuánto;Ñandú"],
    ["ibm850", "Dato;Omsætning;Køb;År"],
    ["ibm850", "Data;Preço;Ações;São Paulo"],
    ["ibm850", "Datum;Temp (°C)"],
    ["ibm850", "Datum;Filiale;Straße"],
    ["ibm850", "Data;Città;Qualità"],
    ["ibm852", "Datum;Tržby;Počet kusů"],
    ["ibm852", "Data;Sprzedaż;Ilość;Łódź"],
    ["macintosh", "Datum;Umsätze;Größe"],
    ["macintosh", "Date;Durée;Montant réglé"],
    ["windows-1253", "Ημερομηνία;Πωλήσεις"],
    ["windows-1253", "Ημερομηνία;Πόλη\n1;Άρτα\n2;Θεσσαλονίκη"],
    ["windows-1253", "ΗΜΕΡΟΜΗΝΙΑ;ΠΩΛΗΣΕΙΣ"],
    ["iso-8859-7", "Ημερομηνία;Πόλη\n1;Άρτα\n2;Άμφισσα"],
    ["windows-1254", "Tarih;Satış"],
    ["windows-1254", "Gün;Değer;Şehir"],
    ["windows-1254", "Ay;Yıllık tüketim"],
    ["koi8-r", "Дата;Выручка;Количество чеков"],
    ["koi8-r", "ДАТА;ПРОДАЖИ"],
    ["koi8-u", "Дата;Обсяг;Місто\n1;2;Київ"],
    ["ibm866", "Дата;Выручка"],
    ["iso-8859-5", "Дата;Выручка;Город"],
    ["iso-8859-2", "Data;Sprzedaż\n1;Świętochłowice"],
    ["windows-1255", "תאריך;מכירות;עיר"],
    ["windows-1256", "التاريخ;المبيعات"],
    ["windows-874", "วันที่;ยอดขาย"],
    ["windows-1257", "Data;Kiekis;Miestas\n1;2;Šiauliai\n1;2;Kėdainiai\n1;2;Klaipėda"],
    ["macintosh", "Datum;Umsätze\n1;München\n2;Köln"],
  ])("%s: %s", (encoding, text) => expect(likeliestEncoding(encoded(`${text}\n`, encoding))).toBe(encoding));

  test("is said, and can be said", () => {
    const text = `날짜;매출\n${sampleRows(40, (i, date) => `${isoDay(date)};${sampleValue(i)}`)}`;
    const bytes = encoded(text, "euc-kr");
    expect(reading(bytes)).toMatchObject({
      encoding: "euc-kr",
      kpis: ["매출"],
      warnings: [{ code: "not_utf8", facts: { readAs: "euc-kr" } }],
    });
    expect(reading(bytes, { encoding: "ks_c_5601-1987" })).toMatchObject({
      encoding: "euc-kr",
      kpis: ["매출"],
      warned: [],
      noted: ["encoding_given"],
    });
    for (const label of ["koi8-r", "windows-1253", "iso-8859-7", "windows-1254"])
      expect(reading(bytes, { encoding: label }).encoding).toBe(label);
    expect(() => reading(bytes, { encoding: "klingon" })).toThrow("klingon");
  });
});
