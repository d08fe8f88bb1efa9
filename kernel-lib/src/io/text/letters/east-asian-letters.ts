import type { LetterJudge } from "./letter-judge.js";

const isHan = (character: string): boolean => character >= "\u4e00" && character <= "\u9fff";
const isFullWidth = (character: string): boolean =>
  (character >= "\u3000" && character <= "\u303f") || (character >= "\uff01" && character <= "\uff5e");

/** A sign of two bytes that stands behind a small letter of ASCII has swallowed the next letter of a European word. */
const asian =
  (judge: LetterJudge): LetterJudge =>
  (character, before, after) =>
    /[a-z]/.test(before) || (/[A-Z]/.test(before) && /[a-z]/.test(after)) ? -0.8 : judge(character, before, after);

export const japanese: LetterJudge = asian((character, before, after) => {
  if (character >= "\u3040" && character <= "\u30ff") return 1;
  if (isHan(character)) return COMMON_HAN.has(character) ? 1 : 0.55;
  // Kana of half width stand in words; alone they are single letters of another encoding.
  if (character >= "\uff61" && character <= "\uff9f") return before > "\u3000" || after > "\u3000" ? 0.6 : -0.5;
  return isFullWidth(character) ? 0.8 : -1;
});

export const chinese: LetterJudge = asian((character) => {
  if (isHan(character)) return COMMON_HAN.has(character) ? 1 : 0.5;
  return isFullWidth(character) ? 0.7 : -1;
});

export const korean: LetterJudge = asian((character) => {
  if (character >= "\uac00" && character <= "\ud7a3") return COMMON_HANGUL.has(character) ? 1 : 0.5;
  return isFullWidth(character) ? 0.6 : isHan(character) ? -0.2 : -1;
});

/** Characters that tables are headed and labelled with in Chinese and Japanese, beside the commonest of both languages. */
const COMMON_HAN: ReadonlySet<string> = new Set(
  "的一是不了在人有我他这個个们中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里用道行所然家种種事成方多经經么去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决治展马馬科司五基眼书書非则則听聽白却却界达達光放强强即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運" +
    "売上高数量価格単価金額合計在庫店舗商品名客入荷出荷注文顧客温度湿度降水気圧風速株終値始値安値前比率変化時刻曜備考番号地域都道府県町村種別区分平均最低円万千百月火水木金土日期间销售额数量价格单价总计库存店铺商品名称客户订单温度湿度降水气压风速收盘开盘涨跌幅成交",
);

/** Syllables that tables are headed and labelled with in Korean, beside the commonest of the language. */
const COMMON_HANGUL: ReadonlySet<string> = new Set(
  "이다는을를에의가하은고로지도시기사한인자대정수부나리어일전라해상스보원제아서구장조주간공비여경성계동과관그국금" +
    "년월요말초점매출량액날짜자명코드번호합평균단위총판매입재순익손실환율증감비용예산실적목표달성건률율최저높낮온습압풍속강" +
    "서울부산대인천광주울세종경남북충전강원제상품류역별업체회방문객접속클릭노출용량력발생처리완료등급분기반오후오늘어제" +
    "영화신청신용카드계좌잔고통화거래가격단가면적길무게시각종료시작구분항목내비고메모름주문배송취소반환결제방법고객담당" +
    "차트준측값것들있없않못또만까지부터보다큰작많적새옛유네크테트로프램센터그룹팀",
);
