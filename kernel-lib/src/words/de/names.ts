import type { Catalogue } from "../catalogue.js";
import { optionDescriptions } from "./option-descriptions.js";

/** Titles and summaries of the registers of detectors and plots, by what they are in English there. */
const german: Readonly<Record<string, string>> = {
  // Detectors.
  "Autoregressive innovation": "Abweichung von der Vorhersage",
  "How far a value lies from what the ten values before it announced.":
    "Wie weit ein Wert von dem liegt, was die zehn Werte davor erwarten ließen.",
  "Broken relation": "Gestörter Zusammenhang",
  "Whether a KPI still moves with the KPIs that it usually moves with.":
    "Ob eine Kennzahl noch mit denen geht, mit denen sie sich sonst bewegt.",
  "Count surprise": "Unwahrscheinliche Anzahl",
  "How improbable a small count, or an amount among zeros, is at its hour and day.":
    "Wie unwahrscheinlich eine kleine Anzahl, oder ein Betrag zwischen Nullen, zu ihrer Stunde und an ihrem Tag ist.",
  "Flat run": "Stillstand",
  "Values that stand still longer than chance allows.": "Werte, die länger stillstehen, als der Zufall es zulässt.",
  "Interquartile range": "Quartilsabstand",
  "How far a value lies outside the middle half of all values.":
    "Wie weit ein Wert außerhalb der mittleren Hälfte aller Werte liegt.",
  "Isolation Forest": "Isolation Forest",
  "How quickly random splits of the features single a row out.":
    "Wie schnell zufällige Teilungen der Merkmale eine Zeile von den anderen trennen.",
  "Level change": "Niveauwechsel",
  "The day on which the level changes, for good or for a while, by its p-value.":
    "Der Tag, an dem sich das Niveau ändert, auf Dauer oder für eine Weile, nach seinem p-Wert.",
  "Level shift": "Niveausprung",
  "How far the level after a point differs from the level before it.":
    "Wie weit sich das Niveau nach einem Wert von dem davor unterscheidet.",
  "Local Outlier Factor": "Local Outlier Factor",
  "How much lonelier a row is than the rows most like it.":
    "Wie viel einsamer eine Zeile ist als die, die ihr am ähnlichsten sind.",
  "Local-scale residual": "Rest nach örtlicher Streuung",
  "How far a value lies from usual, in the noise that is usual at its hour, level and time.":
    "Wie weit ein Wert vom Üblichen liegt, gemessen am Rauschen, das zu seiner Stunde, Höhe und Zeit üblich ist.",
  "Matrix profile discord": "Verlauf ohne Vorbild",
  "The course that is least like any other course of the series, whatever its level.":
    "Der Verlauf, der keinem anderen der Reihe ähnelt, gleich auf welchem Niveau.",
  "Missing holiday": "Ausgebliebener Feiertag",
  "A date that changes the values every year and did not this time.":
    "Ein Datum, das die Werte jedes Jahr verändert und diesmal nicht.",
  "One-Class SVM": "One-Class SVM",
  "How far a row lies outside a smooth boundary drawn around most rows.":
    "Wie weit eine Zeile außerhalb einer glatten Grenze um die meisten Zeilen liegt.",
  "Seasonal residual": "Rest nach Trend und Saison",
  "How far a value lies from its trend and season, in robust deviations.":
    "Wie weit ein Wert von Trend und Saison liegt, in robusten Abweichungen.",
  "Spectral residual": "Spektraler Rest",
  "What stands out when everything that repeats is taken away.":
    "Was heraussticht, wenn alles weggenommen ist, was sich wiederholt.",
  "Windowed PCA": "Hauptkomponenten im Fenster",
  "How unusual the shape of the values around a point is, over short, middle and long windows.":
    "Wie ungewöhnlich der Verlauf um einen Wert ist, in kurzen, mittleren und langen Fenstern.",
  "Z-score": "Z-Wert",
  "How many standard deviations a value lies from the mean.":
    "Wie viele Standardabweichungen ein Wert vom Mittel liegt.",
  "Variance burst": "Unruhiger Zyklus",
  "A cycle in which neighbouring values jump about far more than usual.":
    "Ein Zyklus, in dem benachbarte Werte weit mehr springen als üblich.",
  "Frozen cycle": "Erstarrter Zyklus",
  "A cycle in which the values move far less than usual.":
    "Ein Zyklus, in dem sich die Werte weit weniger bewegen als üblich.",
  "Late cycle": "Verspäteter Zyklus",
  "A cycle that fits its neighbours better when they are delayed.":
    "Ein Zyklus, der zu seinen Nachbarn besser passt, wenn man sie verschiebt.",
  "Cycle level": "Niveau des Zyklus",
  "A whole cycle above or below the cycles around it.": "Ein ganzer Zyklus über oder unter denen um ihn herum.",
  "Cycle without a twin": "Zyklus ohne Gegenstück",
  "A cycle that resembles no other cycle of the series.": "Ein Zyklus, der keinem anderen der Reihe gleicht.",
  Drift: "Allmähliche Drift",
  "Values that move away from usual step by step over two cycles.":
    "Werte, die sich über zwei Zyklen Schritt für Schritt vom Üblichen entfernen.",
  "Cycle shape": "Form des Zyklus",
  "A cycle that does not go up and down when the cycles around it do.":
    "Ein Zyklus, der nicht steigt und fällt, wenn die um ihn herum es tun.",

  // Plots.
  "Agreement of detectors": "Übereinstimmung der Detektoren",
  "Which detectors see the same points, and which see something of their own?":
    "Welche Detektoren sehen dieselben Werte, und welche etwas Eigenes?",
  "Live against hindsight": "Im Betrieb und im Rückblick",
  "Would we have known that day, and how many alarms would there have been?":
    "Hätte man es an dem Tag gewusst, und wie viele Alarme hätte es gegeben?",
  "What drove it": "Woher es kommt",
  "Which segments does an incident of the total come from?": "Aus welchen Segmenten kommt ein Vorfall der Summe?",
  "Score of each detector": "Bewertung jedes Detektors",
  "How strongly does each detector react, and how close is everything else to its threshold?":
    "Wie stark schlägt jeder Detektor aus, und wie nah liegt alles andere an seiner Schwelle?",
  Features: "Merkmale",
  "What do the detectors see besides the value itself?": "Was sehen die Detektoren außer dem Wert selbst?",
  "What would be caught": "Was gefunden würde",
  "Which kinds and sizes of anomalies would each detector catch in this file?":
    "Welche Arten und Größen von Anomalien fände jeder Detektor in dieser Datei?",
  "Lead and lag": "Vorlauf und Nachlauf",
  "Which KPI moved first, and by how much do the others usually follow it?":
    "Welche Kennzahl bewegte sich zuerst, und mit welchem Abstand folgen die anderen gewöhnlich?",
  "Scores of two detectors": "Bewertungen zweier Detektoren",
  "Where do two detectors agree about a point, and which points does only one of them see?":
    "Wo sind sich zwei Detektoren über einen Wert einig, und welche Werte sieht nur einer?",
  "Small multiples": "Alle Kennzahlen klein",
  "What does each KPI look like, and which of them share a shape?":
    "Wie sieht jede Kennzahl aus, und welche haben dieselbe Form?",
  Stability: "Stabilität",
  "Which anomalies would still be found had things come out a little differently?":
    "Welche Anomalien würden auch gefunden, wenn es etwas anders gekommen wäre?",
  "Sweep of an option": "Werte einer Option",
  "Does the result hang on the exact value of an option, or is there a plateau?":
    "Hängt das Ergebnis am genauen Wert einer Option, oder gibt es einen Bereich, in dem es gleich bleibt?",
  "Swim lanes": "Vorfälle aller Kennzahlen",
  "When was which KPI not normal, and which of them together?":
    "Wann war welche Kennzahl nicht normal, und welche zugleich?",
  Timeline: "Zeitverlauf",
  "When was the KPI not normal, and how far off was it?": "Wann war die Kennzahl nicht normal, und wie weit daneben?",
  "Who flags with whom": "Wer mit wem meldet",
  "Which detectors flag the same points together, and what does each flag alone?":
    "Welche Detektoren melden dieselben Werte gemeinsam, und was jeder allein?",
  Autocorrelation: "Autokorrelation",
  "How long does a KPI remember, and after how many points does it repeat itself?":
    "Wie lange wirkt ein Wert nach, und nach wie vielen Werten wiederholt sich die Kennzahl?",
  "By hour, weekday and month": "Nach Stunde, Wochentag und Monat",
  "When in the day, the week and the year is the KPI high, and how much does it scatter there?":
    "Wann am Tag, in der Woche und im Jahr ist die Kennzahl hoch, und wie sehr streut sie dort?",
  "Changes of level": "Niveauwechsel",
  "When did the KPI move to another level, and did it stay there?":
    "Wann wechselte die Kennzahl auf ein anderes Niveau, und blieb sie dort?",
  Correlation: "Korrelation",
  "Which KPIs say the same, and which have a life of their own?":
    "Welche Kennzahlen sagen dasselbe, und welche führen ein eigenes Leben?",
  "Holidays and dates that return": "Feiertage und wiederkehrende Tage",
  "On which dates does the KPI differ each year, and by how much?":
    "An welchen Tagen weicht die Kennzahl jedes Jahr ab, und um wie viel?",
  Decomposition: "Zerlegung",
  "How much of the KPI is trend, how much season, and where does the rest stand out?":
    "Wie viel der Kennzahl ist Trend, wie viel Saison, und wo fällt der Rest auf?",
  Distribution: "Verteilung",
  "Which values are usual, and how long are the tails?": "Welche Werte sind üblich, und wie weit reichen die Ränder?",
  "Missing values": "Fehlende Werte",
  "Where are values missing, and in which KPIs at the same time?":
    "Wo fehlen Werte, und in welchen Kennzahlen zugleich?",
  "Partial autocorrelation": "Partielle Autokorrelation",
  "Which earlier points tell something of their own, beyond the points between?":
    "Welche früheren Werte sagen etwas Eigenes, über die dazwischen hinaus?",
  "All KPIs": "Alle Kennzahlen",
  "What do the KPIs of this file look like, and do they move together?":
    "Wie sehen die Kennzahlen dieser Datei aus, und bewegen sie sich gemeinsam?",
  Seasons: "Saison",
  "What does a usual day, week or year look like?": "Wie sieht ein üblicher Tag, eine Woche oder ein Jahr aus?",
  Stationarity: "Stationarität",
  "Does the KPI keep to one level, to a trend, or does it wander?":
    "Hält sich die Kennzahl an ein Niveau, an einen Trend, oder wandert sie?",
  "Year over year": "Jahr neben Jahr",
  "How does this year run beside the years before?": "Wie verläuft dieses Jahr neben den Jahren davor?",
};

/** A title or summary of a register, or what an option is for; that of a detector of one's own as it is. */
export const name = (english: string): string => german[english] ?? optionDescriptions[english] ?? english;

const PERIODS: Readonly<Record<string, string>> = { day: "Tag", week: "Woche", month: "Monat", year: "Jahr" };

export const period: Catalogue["period"] = ({ label, rows }, write) =>
  rows === null ? (PERIODS[label] ?? label) : write.counted(rows, "Zeile", "Zeilen");

export const cadence: Catalogue["cadence"] = (label, write) =>
  write.rate(label) ?? (label === "irregular" ? "unregelmäßig" : label);
