import { monthNamed } from "./date-names.js";

/**
 * Names of weekdays by language, Monday first: days apart by bars, spellings by commas, lower case and without full stops behind.
 * From the Unicode CLDR as in Node 24 (long, short, and beside a whole date), with the shortest that people write.
 */
const WEEKDAY_NAMES: Readonly<Record<string, string>> = {
  English: "monday,mon|tuesday,tue,tues|wednesday,wed|thursday,thu,thur,thurs|friday,fri|saturday,sat|sunday,sun",
  German: "montag,mo|dienstag,di|mittwoch,mi|donnerstag,do|freitag,fr|samstag,sa,sonnabend|sonntag,so",
  French: "lundi,lun|mardi,mar|mercredi,mer|jeudi,jeu|vendredi,ven|samedi,sam|dimanche,dim",
  Spanish: "lunes,lun|martes,mar|miércoles,mié|jueves,jue|viernes,vie|sábado,sáb|domingo,dom",
  Italian: "lunedì,lun|martedì,mar|mercoledì,mer|giovedì,gio|venerdì,ven|sabato,sab|domenica,dom",
  Portuguese:
    "segunda-feira,seg,segunda|terça-feira,ter,terça|quarta-feira,qua,quarta|quinta-feira,qui,quinta|sexta-feira,sex,sexta|sábado,sáb|domingo,dom",
  Dutch: "maandag,ma|dinsdag,di|woensdag,wo|donderdag,do|vrijdag,vr|zaterdag,za|zondag,zo",
  Swedish: "måndag,mån|tisdag,tis|onsdag,ons|torsdag,tors|fredag,fre|lördag,lör|söndag,sön",
  Danish: "mandag,man|tirsdag,tirs|onsdag,ons|torsdag,tors|fredag,fre|lørdag,lør|søndag,søn",
  Norwegian: "mandag,man|tirsdag,tir|onsdag,ons|torsdag,tor|fredag,fre|lørdag,lør|søndag,søn",
  Finnish: "maanantai,ma|tiistai,ti|keskiviikko,ke|torstai,to|perjantai,pe|lauantai,la|sunnuntai,su",
  Polish: "poniedziałek,pon|wtorek,wt|środa,śr|czwartek,czw|piątek,pt|sobota,sob|niedziela,niedz",
  Czech: "pondělí,po|úterý,út|středa,st|čtvrtek,čt|pátek,pá|sobota,so|neděle,ne",
  Slovak: "pondelok,po|utorok,ut|streda,st|štvrtok,št|piatok,pi|sobota,so|nedeľa,ne",
  Hungarian: "hétfő,h|kedd,k|szerda,sze|csütörtök,cs|péntek,p|szombat,szo|vasárnap,v",
  Romanian: "luni,lun|marți,mar|miercuri,mie|joi|vineri,vin|sâmbătă,sâm|duminică,dum",
  Bulgarian: "понеделник,пн|вторник,вт|сряда,ср|четвъртък,чт|петък,пт|събота,сб|неделя,нд",
  Croatian: "ponedjeljak,pon|utorak,uto|srijeda,sri|četvrtak,čet|petak,pet|subota,sub|nedjelja,ned",
  Serbian: "ponedeljak,pon|utorak,uto|sreda,sre|četvrtak,čet|petak,pet|subota,sub|nedelja,ned",
  Slovenian: "ponedeljek,pon|torek,tor|sreda,sre|četrtek,čet|petek,pet|sobota,sob|nedelja,ned",
  Ukrainian: "понеділок,пн|вівторок,вт|середа,ср|четвер,чт|пʼятниця,пт|субота,сб|неділя,нд",
  Russian: "понедельник,пн|вторник,вт|среда,ср|четверг,чт|пятница,пт|суббота,сб|воскресенье,вс",
  Greek: "δευτέρα,δευ|τρίτη,τρί|τετάρτη,τετ|πέμπτη,πέμ|παρασκευή,παρ|σάββατο,σάβ|κυριακή,κυρ",
  Turkish: "pazartesi,pzt|salı,sal|çarşamba,çar|perşembe,per|cuma,cum|cumartesi,cmt|pazar,paz",
  Estonian: "esmaspäev,e|teisipäev,t|kolmapäev,k|neljapäev,n|reede,r|laupäev,l|pühapäev,p",
  Latvian:
    "pirmdiena,pirmd|otrdiena,otrd|trešdiena,trešd|ceturtdiena,ceturtd|piektdiena,piektd|sestdiena,sestd|svētdiena,svētd",
  Lithuanian:
    "pirmadienis,pr|antradienis,an|trečiadienis,tr|ketvirtadienis,kt|penktadienis,pn|šeštadienis,št|sekmadienis,sk",
  Icelandic:
    "mánudagur,mán|þriðjudagur,þri|miðvikudagur,mið|fimmtudagur,fim|föstudagur,fös|laugardagur,lau|sunnudagur,sun",
  Catalan: "dilluns,dl|dimarts,dt|dimecres,dc|dijous,dj|divendres,dv|dissabte,ds|diumenge,dg",
  Arabic: "الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
  Hebrew:
    "יום שני,יום ב׳|יום שלישי,יום ג׳|יום רביעי,יום ד׳|יום חמישי,יום ה׳|יום שישי,יום ו׳|יום שבת,שבת|יום ראשון,יום א׳",
  Persian: "دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|یکشنبه",
  Hindi: "सोमवार,सोम|मंगलवार,मंगल|बुधवार,बुध|गुरुवार,गुरु|शुक्रवार,शुक्र|शनिवार,शनि|रविवार,रवि",
  Vietnamese: "thứ hai,thứ 2|thứ ba,thứ 3|thứ tư,thứ 4|thứ năm,thứ 5|thứ sáu,thứ 6|thứ bảy,thứ 7|chủ nhật,cn",
  Indonesian: "senin,sen|selasa,sel|rabu,rab|kamis,kam|jumat,jum|sabtu,sab|minggu,min",
  Thai: "วันจันทร์,จันทร์|วันอังคาร,อังคาร|วันพุธ,พุธ|วันพฤหัสบดี,พฤหัส|วันศุกร์,ศุกร์|วันเสาร์,เสาร์|วันอาทิตย์,อาทิตย์",
  Korean: "월요일,월|화요일,화|수요일,수|목요일,목|금요일,금|토요일,토|일요일,일",
  Japanese: "月曜日,月|火曜日,火|水曜日,水|木曜日,木|金曜日,金|土曜日,土|日曜日,日",
  Chinese:
    "星期一,周一,週一|星期二,周二,週二|星期三,周三,週三|星期四,周四,週四|星期五,周五,週五|星期六,周六,週六|星期日,周日,週日,星期天",
};

const DAYS: ReadonlyMap<string, number> = new Map(
  Object.values(WEEKDAY_NAMES)
    .flatMap((days) =>
      days
        .split("|")
        .flatMap((spellings, day) =>
          spellings.split(",").map((name) => [name.replace(/\u200c/g, ""), day + 1] as const),
        ),
    )
    .reverse(),
);

/** The weekday that a text names, 1 for Monday to 7; 0 for other text. */
export function weekdayNamed(text: string): number {
  return DAYS.get(text.trim().toLowerCase().replace(/\.$/, "")) ?? 0;
}

// March is a Tuesday in Spanish.
const ANY = [...DAYS.keys()]
  .filter((name) => monthNamed(name) === null)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.]/g, "\\."))
  .join("|");

/** Weekday names and their abbreviations, which may stand before or behind a date and say nothing new. */
export const WEEKDAY: RegExp = new RegExp(`^(?:${ANY})\\.?(?:ที่)?,?\\s+(?:den |the |le |el )?(?=\\S)`, "i");
export const WEEKDAY_BEHIND: RegExp = new RegExp(`(?<=[\\d일]\\.?|\\d d\\.),? (?:${ANY})\\.?$`, "i");
