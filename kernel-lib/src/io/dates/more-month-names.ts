/**
 * Names of months that `date-names.ts` does not have already, January first: months apart by bars, spellings by spaces, lower case and
 * without full stops. From the Unicode CLDR 46 as in Node 24 (long and short, standing alone and beside a day).
 */
export const MORE_MONTH_NAMES: Readonly<Record<string, string>> = {
  Bulgarian: "януари|февруари||април||юни|юли||септември|октомври|ноември|декември",
  Croatian:
    "siječanj sij siječnja|veljača velj veljače|ožujak ožu ožujka|travanj tra travnja|svibanj svi svibnja|lipanj lip lipnja|srpanj srp srpnja|kolovoz kol kolovoza|rujan ruj rujna|listopad lis listopada|studeni stu studenoga|prosinac pro prosinca",
  Serbian: "|||||||avgust avg|septembar|oktobar|novembar|decembar",
  Slovak: "januára|februára|marec|apríl apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra",
  Slovenian: "||marec|||junij|julij|avgust avg||||",
  Estonian: "jaanuar jaan|veebruar veebr|märts|aprill||juuni|juuli|||oktoober||detsember dets",
  Latvian: "janvāris|februāris||aprīlis|maijs|jūnijs jūn|jūlijs jūl|augusts|septembris|oktobris|novembris|decembris",
  Lithuanian:
    "sausis sausio|vasaris vasario|kovas kovo|balandis balandžio|gegužė gegužės|birželis birželio|liepa liepos|rugpjūtis rugpjūčio|rugsėjis rugsėjo|spalis spalio|lapkritis lapkričio|gruodis gruodžio",
  Icelandic: "janúar|febrúar||apríl|maí|júní|júlí|ágúst ágú|||nóvember nóv|",
  Catalan: "gener|febrer|març|abril abr|maig|juny|juliol|agost ag|setembre|octubre oct||desembre",
  Basque:
    "urtarrila urt|otsaila ots|martxoa|apirila api|maiatza|ekaina eka|uztaila uzt|abuztua abu|iraila ira|urria urr|azaroa aza|abendua abe",
  Galician: "xaneiro xan|febreiro||||xuño|xullo xul|||||decembro",
  Indonesian: "||maret|||||agustus agu||||",
  Malay: "||mac||||julai|ogos ogo||||disember dis",
  Swahili: "||machi mac|aprili|||julai|agosti|septemba|oktoba|novemba|desemba",
  Albanian:
    "janar|shkurt shk||prill pri||qershor qer|korrik korr|gusht gush|shtator sht|tetor tet|nëntor nën|dhjetor dhj",
  Macedonian: "јануари јан|февруари||април|мај|јуни јун|јули јул||септември сеп|октомври|ноември ное|декември",
  Belarusian:
    "студзень сту студзеня|люты лют лютага|сакавік сак сакавіка|красавік кра красавіка||чэрвень чэр чэрвеня|ліпень ліп ліпеня|жнівень жні жніўня|верасень вер верасня|кастрычнік кас кастрычніка|лістапад ліс лістапада|снежань сне снежня",
  Kazakh:
    "қаңтар қаң|ақпан ақп|наурыз нау|сәуір сәу|мамыр мам|маусым мау|шілде шіл|тамыз там|қыркүйек қыр|қазан қаз|қараша қар|желтоқсан жел",
  Uzbek: "yanvar yan|fevral||aprel||iyun iyn|iyul iyl|avgust avg|sentabr sen|oktabr|noyabr noy|dekabr dek",
  Azerbaijani: "yanvar yan|fevral||aprel||iyun iyn|iyul iyl|avqust avq|sentyabr sen|oktyabr|noyabr noy|dekabr dek",
  Armenian:
    "հունվար հնվ հունվարի|փետրվար փտվ փետրվարի|մարտ մրտ մարտի|ապրիլ ապր ապրիլի|մայիս մյս մայիսի|հունիս հնս հունիսի|հուլիս հլս հուլիսի|օգոստոս օգս օգոստոսի|սեպտեմբեր սեպ սեպտեմբերի|հոկտեմբեր հոկ հոկտեմբերի|նոյեմբեր նոյ նոյեմբերի|դեկտեմբեր դեկ դեկտեմբերի",
  Georgian:
    "იანვარი იან|თებერვალი თებ|მარტი მარ|აპრილი აპრ|მაისი მაი|ივნისი ივნ|ივლისი ივლ|აგვისტო აგვ|სექტემბერი სექ|ოქტომბერი ოქტ|ნოემბერი ნოე|დეკემბერი დეკ",
  Hebrew:
    "ינואר ינו׳|פברואר פבר׳|מרץ|אפריל אפר׳|מאי|יוני|יולי|אוגוסט אוג׳|ספטמבר ספט׳|אוקטובר אוק׳|נובמבר נוב׳|דצמבר דצמ׳",
  Arabic: "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
  Persian: "ژانویه ژانویهٔ|فوریه فوریهٔ|مارس|آوریل|مه مهٔ|ژوئن|ژوئیه ژوئیهٔ|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
  Hindi: "जनवरी जन॰|फ़रवरी फ़र॰|मार्च|अप्रैल|मई|जून|जुलाई जुल॰|अगस्त अग॰|सितंबर सित॰|अक्टूबर अक्टू॰|नवंबर नव॰|दिसंबर दिस॰",
  Bengali:
    "জানুয়ারি জানু|ফেব্রুয়ারি ফেব|মার্চ|এপ্রিল এপ্রি|মে|জুন|জুলাই জুল|আগস্ট আগ|সেপ্টেম্বর সেপ্ট সেপ|অক্টোবর অক্টো|নভেম্বর নভে|ডিসেম্বর ডিসে",
  Thai: "มกราคม มค|กุมภาพันธ์ กพ|มีนาคม มีค|เมษายน เมย|พฤษภาคม พค|มิถุนายน มิย|กรกฎาคม กค|สิงหาคม สค|กันยายน กย|ตุลาคม ตค|พฤศจิกายน พย|ธันวาคม ธค",
  Filipino: "|pebrero peb|marso|||hunyo hun|hulyo hul||setyembre|oktubre|nobyembre nob|disyembre dis",
  Afrikaans: "januarie|||||junie|julie|||||",
  Irish:
    "eanáir ean|feabhra feabh|márta|aibreán aib|bealtaine beal|meitheamh meith|iúil|lúnasa lún|mfómh|dfómh|samhain samh|nollaig noll",
  Welsh:
    "ionawr ion|chwefror chw chwef|mawrth maw|ebrill ebr||mehefin meh|gorffennaf gor gorff|awst|medi|hydref hyd|tachwedd tach|rhagfyr rhag",
  Russian: "|февр|||||||сент||нояб|",
  Ukrainian: "січ|лют|бер|квіт|трав|черв|лип|серп|вер|жовт|лист|груд",
  Czech: "led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj||pro",
  Greek: "||||μαΐ|ιουν|ιουλ|||||",
  Finnish:
    "tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta",
  Serbian2: "јануар јан|фебруар феб||април|мај|јун|јул||септембар сеп|октобар|новембар нов|децембар дец",
  Arabic2: "|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|||",
};
