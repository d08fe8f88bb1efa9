import { MORE_MONTH_NAMES } from "./more-month-names.js";

/** Month names by language, January first: full names, and abbreviations where they are not just the first three letters. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  English: [
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
  ],
  German: [
    "januar jan jänner jän",
    "februar feb feber",
    "märz maerz mär mrz",
    "april apr",
    "mai",
    "juni jun",
    "juli jul",
    "august aug",
    "september sep sept",
    "oktober okt",
    "november nov",
    "dezember dez",
  ],
  French: [
    "janvier janv jan",
    "février fevrier févr fevr fév fev",
    "mars",
    "avril avr",
    "mai",
    "juin",
    "juillet juil",
    "août aout aoû",
    "septembre sept sep",
    "octobre oct",
    "novembre nov",
    "décembre decembre déc dec",
  ],
  Spanish: [
    "enero ene",
    "febrero feb",
    "marzo mar",
    "abril abr",
    "mayo may",
    "junio jun",
    "julio jul",
    "agosto ago",
    "septiembre setiembre sept sep set",
    "octubre oct",
    "noviembre nov",
    "diciembre dic",
  ],
  Italian: [
    "gennaio gen",
    "febbraio feb",
    "marzo mar",
    "aprile apr",
    "maggio mag",
    "giugno giu",
    "luglio lug",
    "agosto ago",
    "settembre set sett",
    "ottobre ott",
    "novembre nov",
    "dicembre dic",
  ],
  Portuguese: [
    "janeiro jan",
    "fevereiro fev",
    "março marco mar",
    "abril abr",
    "maio mai",
    "junho jun",
    "julho jul",
    "agosto ago",
    "setembro set",
    "outubro out",
    "novembro nov",
    "dezembro dez",
  ],
  Dutch: [
    "januari jan",
    "februari feb",
    "maart mrt",
    "april apr",
    "mei",
    "juni jun",
    "juli jul",
    "augustus aug",
    "september sep sept",
    "oktober okt",
    "november nov",
    "december dec",
  ],
  Swedish: [
    "januari jan",
    "februari feb",
    "mars mar",
    "april apr",
    "maj",
    "juni jun",
    "juli jul",
    "augusti aug",
    "september sep sept",
    "oktober okt",
    "november nov",
    "december dec",
  ],
  Danish: [
    "januar jan",
    "februar feb",
    "marts mar",
    "april apr",
    "maj",
    "juni jun",
    "juli jul",
    "august aug",
    "september sep",
    "oktober okt",
    "november nov",
    "december dec",
  ],
  Norwegian: [
    "januar jan",
    "februar feb",
    "mars mar",
    "april apr",
    "mai",
    "juni jun",
    "juli jul",
    "august aug",
    "september sep",
    "oktober okt",
    "november nov",
    "desember des",
  ],
  Finnish: [
    "tammikuu tammi",
    "helmikuu helmi",
    "maaliskuu maalis",
    "huhtikuu huhti",
    "toukokuu touko",
    "kesäkuu kesä",
    "heinäkuu heinä",
    "elokuu elo",
    "syyskuu syys",
    "lokakuu loka",
    "marraskuu marras",
    "joulukuu joulu",
  ],
  Polish: [
    "styczeń stycznia sty",
    "luty lutego lut",
    "marzec marca mar",
    "kwiecień kwietnia kwi",
    "maj maja",
    "czerwiec czerwca cze",
    "lipiec lipca lip",
    "sierpień sierpnia sie",
    "wrzesień września wrz",
    "październik października paź",
    "listopad listopada lis",
    "grudzień grudnia gru",
  ],
  Czech: [
    "leden ledna",
    "únor února",
    "březen března",
    "duben dubna",
    "květen května",
    "červen června",
    "červenec července",
    "srpen srpna",
    "září",
    "říjen října",
    "listopad listopadu",
    "prosinec prosince",
  ],
  Turkish: [
    "ocak oca",
    "şubat şub",
    "mart mar",
    "nisan nis",
    "mayıs may",
    "haziran haz",
    "temmuz tem",
    "ağustos ağu",
    "eylül eyl",
    "ekim eki",
    "kasım kas",
    "aralık ara",
  ],
  Hungarian: [
    "január jan",
    "február feb febr",
    "március márc",
    "április ápr",
    "május máj",
    "június jún",
    "július júl",
    "augusztus aug",
    "szeptember szept",
    "október okt",
    "november nov",
    "december dec",
  ],
  Romanian: [
    "ianuarie ian",
    "februarie feb",
    "martie mar",
    "aprilie apr",
    "mai",
    "iunie iun",
    "iulie iul",
    "august aug",
    "septembrie sept",
    "octombrie oct",
    "noiembrie noi",
    "decembrie dec",
  ],
  Russian: [
    "январь января янв",
    "февраль февраля фев",
    "март марта мар",
    "апрель апреля апр",
    "май мая",
    "июнь июня июн",
    "июль июля июл",
    "август августа авг",
    "сентябрь сентября сен",
    "октябрь октября окт",
    "ноябрь ноября ноя",
    "декабрь декабря дек",
  ],
  Ukrainian: [
    "січень січня",
    "лютий лютого",
    "березень березня",
    "квітень квітня",
    "травень травня",
    "червень червня",
    "липень липня",
    "серпень серпня",
    "вересень вересня",
    "жовтень жовтня",
    "листопад листопада",
    "грудень грудня",
  ],
  Greek: [
    "ιανουάριος ιανουαρίου ιαν",
    "φεβρουάριος φεβρουαρίου φεβ",
    "μάρτιος μαρτίου μαρ",
    "απρίλιος απριλίου απρ",
    "μάιος μαΐου",
    "ιούνιος ιουνίου",
    "ιούλιος ιουλίου",
    "αύγουστος αυγούστου αυγ",
    "σεπτέμβριος σεπτεμβρίου σεπ",
    "οκτώβριος οκτωβρίου οκτ",
    "νοέμβριος νοεμβρίου νοε",
    "δεκέμβριος δεκεμβρίου δεκ",
  ],
};

/** Nothing of these is a letter of a name. */
const ABBREVIATION_MARKS = /[.\u0970\u05f3]|\u200c/g;

/** What a word says about the month. */
export interface MonthName {
  /** 1 to 12. */
  readonly month: number;
  /** Whether it is the whole name; a name such as `May` is both whole and short. */
  readonly full: boolean;
  /** Languages that spell it so. */
  readonly languages: readonly string[];
}

/** Words that mean another month in some language than in the one that has them first: listopad is October in Croatian. */
const OTHER_MEANINGS = new Map<string, Map<string, number>>();
const MONTHS: ReadonlyMap<string, MonthName> = monthTable();

/**
 * The month a word names, whatever its case and with or without full stops; null for other words. With a `language` its own
 * meaning counts where a word has several.
 */
export function monthNamed(word: string, language?: string): MonthName | null {
  const plain = word.toLowerCase().normalize("NFC").replace(ABBREVIATION_MARKS, "");
  // In Hebrew "in" is a letter before the month.
  const known = MONTHS.get(plain) ?? (plain.startsWith("ב") ? MONTHS.get(plain.slice(1)) : undefined) ?? null;
  const other = language === undefined ? undefined : OTHER_MEANINGS.get(plain)?.get(language);
  return known && other !== undefined ? { ...known, month: other, languages: [language!] } : known;
}

/** Whether some word means another month in this language than in others. */
export function hasOwnMeanings(language: string): boolean {
  return [...OTHER_MEANINGS.values()].some((meanings) => meanings.has(language));
}

function monthTable(): Map<string, MonthName> {
  const table = new Map<string, MonthName>();
  for (const [language, months] of Object.entries(LANGUAGES))
    months.forEach((names, index) => addNames(table, language, names, index + 1));
  for (const [language, months] of Object.entries(MORE_MONTH_NAMES))
    months.split("|").forEach((names, index) => addNames(table, language.replace(/2$/, ""), names, index + 1));
  return table;
}

function addNames(table: Map<string, MonthName>, language: string, names: string, month: number): void {
  names
    .split(" ")
    .filter((name) => name !== "")
    .forEach((written, position) => {
      const name = written.replace(ABBREVIATION_MARKS, "");
      const known = table.get(name);
      if (known && known.month !== month) {
        OTHER_MEANINGS.set(name, (OTHER_MEANINGS.get(name) ?? new Map<string, number>()).set(language, month));
        return;
      }
      const full = position === 0 || (known?.full ?? false);
      table.set(name, { month, full, languages: [...new Set([...(known?.languages ?? []), language])] });
    });
}

/** Offset in minutes of the zone names that are common in logs and exports. */
export const ZONE_OFFSETS: ReadonlyMap<string, number> = new Map([
  ["z", 0],
  ["utc", 0],
  ["gmt", 0],
  ["wet", 0],
  ["west", 60],
  ["bst", 60],
  ["cet", 60],
  ["cest", 120],
  ["mez", 60],
  ["mesz", 120],
  ["eet", 120],
  ["eest", 180],
  ["msk", 180],
  ["est", -300],
  ["edt", -240],
  ["cst", -360],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["jst", 540],
  ["kst", 540],
  ["hkt", 480],
  ["sgt", 480],
  ["awst", 480],
  ["wib", 420],
  ["ict", 420],
  ["ist", 330],
  ["pkt", 300],
  ["gst", 240],
  ["trt", 180],
  ["eat", 180],
  ["sast", 120],
  ["cat", 120],
  ["wat", 60],
  ["brt", -180],
  ["art", -180],
  ["ast", -240],
  ["adt", -180],
  ["nst", -210],
  ["ndt", -150],
  ["akst", -540],
  ["akdt", -480],
  ["hst", -600],
  ["acst", 570],
  ["acdt", 630],
  ["nzst", 720],
  ["nzdt", 780],
  ["aest", 600],
  ["aedt", 660],
]);
