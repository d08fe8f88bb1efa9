// Made by `npm run generate` from the registers; do not edit by hand.

/** What detectors, features, plots and options are called, and what they are for, by what it is in English. */
export const registerNames: Readonly<Record<string, string>> = {
  "Z-score": "Z-Wert",
  "How many standard deviations a value lies from the mean.":
    "Wie viele Standardabweichungen ein Wert vom Mittel liegt.",
  "Deviations from which a value is flagged.": "Abweichungen, ab denen ein Wert markiert wird.",
  "Median and median absolute deviation instead of mean and standard deviation.":
    "Median und mediane absolute Abweichung statt Mittelwert und Standardabweichung.",
  "Compare with so many values before; 0 compares with the whole series.":
    "Mit so vielen Werten davor vergleichen; 0 vergleicht mit der ganzen Reihe.",
  "Interquartile range": "Quartilsabstand",
  "How far a value lies outside the middle half of all values.":
    "Wie weit ein Wert außerhalb der mittleren Hälfte aller Werte liegt.",
  "Quartile distances outside the quartiles from which a value is flagged.":
    "Quartilsabstände außerhalb der Quartile, ab denen ein Wert markiert wird.",
  "Seasonal residual": "Rest nach Trend und Saison",
  "How far a value lies from its trend and season, in robust deviations.":
    "Wie weit ein Wert von Trend und Saison liegt, in robusten Abweichungen.",
  "Windowed PCA": "Hauptkomponenten im Fenster",
  "How unusual the shape of the values around a point is, over short, middle and long windows.":
    "Wie ungewöhnlich der Verlauf um einen Wert ist, in kurzen, mittleren und langen Fenstern.",
  "Autoregressive innovation": "Abweichung von der Vorhersage",
  "How far a value lies from what the ten values before it announced.":
    "Wie weit ein Wert von dem liegt, was die zehn Werte davor erwarten ließen.",
  "Level shift": "Niveausprung",
  "How far the level after a point differs from the level before it.":
    "Wie weit sich das Niveau nach einem Wert von dem davor unterscheidet.",
  "Level change": "Niveauwechsel",
  "The day on which the level changes, for good or for a while, by its p-value.":
    "Der Tag, an dem sich das Niveau ändert, auf Dauer oder für eine Weile, nach seinem p-Wert.",
  "Count surprise": "Unwahrscheinliche Anzahl",
  "How improbable a small count, or an amount among zeros, is at its hour and day.":
    "Wie unwahrscheinlich eine kleine Anzahl, oder ein Betrag zwischen Nullen, zu ihrer Stunde und an ihrem Tag ist.",
  "Local-scale residual": "Rest nach örtlicher Streuung",
  "How far a value lies from usual, in the noise that is usual at its hour, level and time.":
    "Wie weit ein Wert vom Üblichen liegt, gemessen am Rauschen, das zu seiner Stunde, Höhe und Zeit üblich ist.",
  "Missing holiday": "Ausgebliebener Feiertag",
  "A date that changes the values every year and did not this time.":
    "Ein Datum, das die Werte jedes Jahr verändert und diesmal nicht.",
  "Flat run": "Stillstand",
  "Values that stand still longer than chance allows.": "Werte, die länger stillstehen, als der Zufall es zulässt.",
  "Frozen cycle": "Erstarrter Zyklus",
  "A cycle in which the values move far less than usual.":
    "Ein Zyklus, in dem sich die Werte weit weniger bewegen als üblich.",
  "Variance burst": "Unruhiger Zyklus",
  "A cycle in which neighbouring values jump about far more than usual.":
    "Ein Zyklus, in dem benachbarte Werte weit mehr springen als üblich.",
  Drift: "Allmähliche Drift",
  "Values that move away from usual step by step over two cycles.":
    "Werte, die sich über zwei Zyklen Schritt für Schritt vom Üblichen entfernen.",
  "Cycle level": "Niveau des Zyklus",
  "A whole cycle above or below the cycles around it.": "Ein ganzer Zyklus über oder unter denen um ihn herum.",
  "Late cycle": "Verspäteter Zyklus",
  "A cycle that fits its neighbours better when they are delayed.":
    "Ein Zyklus, der zu seinen Nachbarn besser passt, wenn man sie verschiebt.",
  "Cycle shape": "Form des Zyklus",
  "A cycle that does not go up and down when the cycles around it do.":
    "Ein Zyklus, der nicht steigt und fällt, wenn die um ihn herum es tun.",
  "Cycle without a twin": "Zyklus ohne Gegenstück",
  "A cycle that resembles no other cycle of the series.": "Ein Zyklus, der keinem anderen der Reihe gleicht.",
  "Spectral residual": "Spektraler Rest",
  "What stands out when everything that repeats is taken away.":
    "Was heraussticht, wenn alles weggenommen ist, was sich wiederholt.",
  "Isolation Forest": "Isolation Forest",
  "How quickly random splits of the features single a row out.":
    "Wie schnell zufällige Teilungen der Merkmale eine Zeile von den anderen trennen.",
  "Random trees to average over.": "Anzahl der Zufallsbäume, über die gemittelt wird.",
  "Rows each tree is grown on.": "Zeilen, aus denen jeder Baum wächst.",
  "Score from which a row is flagged; 0.5 is nothing special.":
    "Score, ab dem eine Zeile markiert wird; 0.5 ist nichts Besonderes.",
  "Local Outlier Factor": "Local Outlier Factor",
  "How much lonelier a row is than the rows most like it.":
    "Wie viel einsamer eine Zeile ist als die, die ihr am ähnlichsten sind.",
  "Most similar rows to compare with.": "Anzahl der ähnlichsten Zeilen, mit denen verglichen wird.",
  "Factor from which a row is flagged; 1 is as dense as its neighbours.":
    "Faktor, ab dem eine Zeile markiert wird; 1 ist so dicht wie ihre Nachbarn.",
  "One-Class SVM": "One-Class SVM",
  "How far a row lies outside a smooth boundary drawn around most rows.":
    "Wie weit eine Zeile außerhalb einer glatten Grenze um die meisten Zeilen liegt.",
  "Share of rows the boundary may leave outside.": "Anteil der Zeilen, die außerhalb der Grenze liegen dürfen.",
  "Narrowness of the kernel; 0 sets it from the data: 1 / (columns × variance).":
    "Enge des Kernels; 0 bestimmt sie aus den Daten: 1 / (Spalten × Varianz).",
  "Accuracy of the solution.": "Genauigkeit der Lösung.",
  "Score above which a row is flagged; 0 is the boundary itself.":
    "Score, über dem eine Zeile markiert wird; 0 ist die Grenze selbst.",
  "Matrix profile discord": "Verlauf ohne Vorbild",
  "The course that is least like any other course of the series, whatever its level.":
    "Der Verlauf, der keinem anderen der Reihe ähnelt, gleich auf welchem Niveau.",
  "Broken relation": "Gestörter Zusammenhang",
  "Whether a KPI still moves with the KPIs that it usually moves with.":
    "Ob eine Kennzahl noch mit denen geht, mit denen sie sich sonst bewegt.",
  "Most other KPIs to compare with: those that usually move with this one most closely.":
    "Höchstzahl anderer Kennzahlen zum Vergleich: die, die sich sonst am engsten mit dieser bewegen.",
  "Another KPI counts from this correlation of the remainders on, in either direction.":
    "Eine andere Kennzahl zählt ab dieser Korrelation der Reste, in beiden Richtungen.",
  "Robust deviations of the joint distance from which a point is flagged.":
    "Robuste Abweichungen des gemeinsamen Abstands, ab denen ein Wert markiert wird.",
  Value: "Wert",
  "The KPI's own value.": "Der Wert der Kennzahl selbst.",
  Lags: "Frühere Werte",
  "Earlier values: one point, one day, one week ago.": "Werte von vorhin: einen Wert, einen Tag, eine Woche zuvor.",
  "How many points to look back, for example [1, 24, 168]. Empty: chosen from the cadence (the point before, a day ago, a week ago).":
    "Um wie viele Werte zurückgeblickt wird, zum Beispiel [1, 24, 168]. Leer: nach dem Takt gewählt (der Wert davor, ein Tag, eine Woche zuvor).",
  "Rolling statistics": "Gleitende Statistik",
  "Mean and deviation of the last day, the last week.":
    "Mittelwert und Abweichung des letzten Tages und der letzten Woche.",
  "Window lengths in points. Empty: chosen from the cadence (a day and a week, or 7 points).":
    "Fensterlängen in Werten. Leer: nach dem Takt gewählt (ein Tag und eine Woche, oder 7 Werte).",
  "Quantiles of each window besides, for example [0.5] for the median. From 0 to 1; what is larger counts as 1.":
    "Dazu Quantile jedes Fensters, zum Beispiel [0.5] für den Median. Von 0 bis 1; Größeres zählt als 1.",
  "Percent change": "Prozentuale Änderung",
  "Relative change against the point before, a day ago, a week ago.":
    "Änderung im Verhältnis zum Wert davor, vor einem Tag, vor einer Woche.",
  "Compared with how many points back. Empty: chosen from the cadence.":
    "Um wie viele Werte zurück verglichen wird. Leer: nach dem Takt gewählt.",
  "Divide by the mean size of both values, so that the change stays within -2 to 2 and values near zero do not explode. False: divide by the earlier value.":
    "Durch die mittlere Größe beider Werte teilen, damit die Änderung zwischen -2 und 2 bleibt und Werte nahe null nicht ausufern. false: durch den früheren Wert teilen.",
  Calendar: "Kalender",
  "Day of week, month, weekend and hour of day.": "Wochentag, Monat, Wochenende und Stunde des Tages.",
  "Agreement of detectors": "Übereinstimmung der Detektoren",
  "Which detectors see the same points, and which see something of their own?":
    "Welche Detektoren sehen dieselben Werte, und welche etwas Eigenes?",
  Autocorrelation: "Autokorrelation",
  "How long does a KPI remember, and after how many points does it repeat itself?":
    "Wie lange wirkt ein Wert nach, und nach wie vielen Werten wiederholt sich die Kennzahl?",
  "Live against hindsight": "Im Betrieb und im Rückblick",
  "Would we have known that day, and how many alarms would there have been?":
    "Hätte man es an dem Tag gewusst, und wie viele Alarme hätte es gegeben?",
  "By hour, weekday and month": "Nach Stunde, Wochentag und Monat",
  "When in the day, the week and the year is the KPI high, and how much does it scatter there?":
    "Wann am Tag, in der Woche und im Jahr ist die Kennzahl hoch, und wie sehr streut sie dort?",
  "Changes of level": "Niveauwechsel",
  "When did the KPI move to another level, and did it stay there?":
    "Wann wechselte die Kennzahl auf ein anderes Niveau, und blieb sie dort?",
  "What drove it": "Woher es kommt",
  "Which segments does an incident of the total come from?": "Aus welchen Segmenten kommt ein Vorfall der Summe?",
  Correlation: "Korrelation",
  "Which KPIs say the same, and which have a life of their own?":
    "Welche Kennzahlen sagen dasselbe, und welche führen ein eigenes Leben?",
  "Holidays and dates that return": "Feiertage und wiederkehrende Tage",
  "On which dates does the KPI differ each year, and by how much?":
    "An welchen Tagen weicht die Kennzahl jedes Jahr ab, und um wie viel?",
  Decomposition: "Zerlegung",
  "How much of the KPI is trend, how much season, and where does the rest stand out?":
    "Wie viel der Kennzahl ist Trend, wie viel Saison, und wo fällt der Rest auf?",
  "Score of each detector": "Bewertung jedes Detektors",
  "How strongly does each detector react, and how close is everything else to its threshold?":
    "Wie stark schlägt jeder Detektor aus, und wie nah liegt alles andere an seiner Schwelle?",
  Distribution: "Verteilung",
  "Which values are usual, and how long are the tails?": "Welche Werte sind üblich, und wie weit reichen die Ränder?",
  Features: "Merkmale",
  "What do the detectors see besides the value itself?": "Was sehen die Detektoren außer dem Wert selbst?",
  "What would be caught": "Was gefunden würde",
  "Which kinds and sizes of anomalies would each detector catch in this file?":
    "Welche Arten und Größen von Anomalien fände jeder Detektor in dieser Datei?",
  "Lead and lag": "Vorlauf und Nachlauf",
  "Which KPI moved first, and by how much do the others usually follow it?":
    "Welche Kennzahl bewegte sich zuerst, und mit welchem Abstand folgen die anderen gewöhnlich?",
  "Missing values": "Fehlende Werte",
  "Where are values missing, and in which KPIs at the same time?":
    "Wo fehlen Werte, und in welchen Kennzahlen zugleich?",
  "Partial autocorrelation": "Partielle Autokorrelation",
  "Which earlier points tell something of their own, beyond the points between?":
    "Welche früheren Werte sagen etwas Eigenes, über die dazwischen hinaus?",
  "All KPIs": "Alle Kennzahlen",
  "What do the KPIs of this file look like, and do they move together?":
    "Wie sehen die Kennzahlen dieser Datei aus, und bewegen sie sich gemeinsam?",
  "Scores of two detectors": "Bewertungen zweier Detektoren",
  "Where do two detectors agree about a point, and which points does only one of them see?":
    "Wo sind sich zwei Detektoren über einen Wert einig, und welche Werte sieht nur einer?",
  Seasons: "Saison",
  "What does a usual day, week or year look like?": "Wie sieht ein üblicher Tag, eine Woche oder ein Jahr aus?",
  "Small multiples": "Alle Kennzahlen klein",
  "What does each KPI look like, and which of them share a shape?":
    "Wie sieht jede Kennzahl aus, und welche haben dieselbe Form?",
  Stability: "Stabilität",
  "Which anomalies would still be found had things come out a little differently?":
    "Welche Anomalien würden auch gefunden, wenn es etwas anders gekommen wäre?",
  Stationarity: "Stationarität",
  "Does the KPI keep to one level, to a trend, or does it wander?":
    "Hält sich die Kennzahl an ein Niveau, an einen Trend, oder wandert sie?",
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
  "Year over year": "Jahr neben Jahr",
  "How does this year run beside the years before?": "Wie verläuft dieses Jahr neben den Jahren davor?",
  "Everything a run depends on besides the file. Every key is optional.":
    "Alles, wovon eine Analyse außer der Datei abhängt. Kein Schlüssel ist Pflicht.",
  "Which columns to use; null means: find it in the file.":
    "Welche Spalten verwendet werden; null heißt: in der Datei suchen.",
  "Date column; two names joined by + when date and time are apart.":
    "Datumsspalte; zwei Namen mit + verbunden, wenn Datum und Uhrzeit getrennt stehen.",
  "KPI columns, in the order to show them.": "Spalten der Kennzahlen, in der Reihenfolge der Anzeige.",
  "Column that splits a long-format file into one series a value.":
    "Spalte, deren Werte eine Datei im Langformat in einzelne Reihen teilen.",
  "Columns whose values, or combinations of values, become a series each, beside their total.":
    "Spalten, deren Werte oder Wertekombinationen je eine Reihe werden, neben ihrer Summe.",
  "How to read the file where guessing is not wanted.": "Wie die Datei gelesen wird, wo nichts erraten werden soll.",
  "Encoding, for example shift_jis or windows-1250.": "Zeichenkodierung, zum Beispiel shift_jis oder windows-1250.",
  "Lines to skip at the top of the file.": "Zeilen am Anfang der Datei, die übersprungen werden.",
  "Line of the file, from 1, that names the columns; 0 when none does.":
    "Zeile der Datei, ab 1 gezählt, mit den Namen der Spalten; 0, wenn es keine gibt.",
  "Sheet of a workbook, table of a database, list of a JSON file or file of a ZIP archive.":
    "Blatt einer Arbeitsmappe, Tabelle einer Datenbank, Liste einer JSON-Datei oder Datei eines ZIP-Archivs.",
  "Delimiter, for example ; or a tab.": "Trennzeichen, zum Beispiel ; oder ein Tabulator.",
  "Decimal mark.": "Dezimalzeichen.",
  "Date format, for example DD/MM/YYYY HH:mm.": "Datumsformat, zum Beispiel DD/MM/YYYY HH:mm.",
  "What durations of two parts, such as 4:35, are: minutes (and seconds), or hours (and minutes).":
    "Was Dauern aus zwei Teilen wie 4:35 sind: Minuten (und Sekunden) oder Stunden (und Minuten).",
  "Read columns that are named by moments (years, months, hours) as rows.":
    "Spalten, die nach Zeitpunkten heißen (Jahre, Monate, Stunden), als Zeilen lesen.",
  "Cells that mean 'no value', besides the usual ones, for example [\"-999\"].":
    'Zellen, die „kein Wert“ bedeuten, neben den üblichen, zum Beispiel ["-999"].',
  "Put records together before anything is detected, for example transactions by day.":
    "Zeilen vor der Analyse zusammenfassen, zum Beispiel Buchungen nach Tagen.",
  "Period of the calendar; weeks start on Monday.": "Kalenderzeitraum; Wochen beginnen am Montag.",
  "How a column is put together, by name: sum, mean, count, distinct or median. Left out: summed, or averaged when the name says that it is a rate.":
    "Wie eine Spalte zusammengefasst wird, nach Namen: sum, mean, count, distinct oder median. Ohne Angabe: summiert, oder gemittelt, wenn der Name auf eine Quote deutet.",
  "Keep a first or last period that the file cuts off.":
    "Einen ersten oder letzten Zeitraum behalten, den die Datei abschneidet.",
  "Which values of columns.segments get a series of their own; the others are pooled.":
    "Welche Werte von columns.segments eine eigene Reihe bekommen; die übrigen werden zusammengelegt.",
  "Most of them, largest first.": "Höchstens so viele, die größten zuerst.",
  "Least share of the whole.": "Mindestanteil am Ganzen.",
  "Least moments with records; 24 is the least that a season can be told from.":
    "Mindestzahl der Zeitpunkte mit Zeilen; ab 24 lässt sich eine Saison erkennen.",
  "auto: the combined score of all detectors decides. vote: so many detectors must agree.":
    "auto: Der gemeinsame Score aller Detektoren entscheidet. vote: So viele Detektoren müssen übereinstimmen.",
  "How readily auto raises an alarm; 50 is silent on series in which nothing happens.":
    "Wie leicht auto Alarm schlägt; 50 schweigt bei Reihen, in denen nichts geschieht.",
  "Instead of a sensitivity: how many false alarms are to be expected in a KPI in which nothing happens, for example 1 per month, 1 per year or 1 per file.":
    "Statt einer Empfindlichkeit: wie viele Fehlalarme in einer Kennzahl zu erwarten sind, in der nichts geschieht, zum Beispiel 1 per month, 1 per year oder 1 per file.",
  "Detectors that must agree in vote: 1 sensitive, 2 balanced, 3 strict, any number up to all.":
    "Detektoren, die bei vote übereinstimmen müssen: 1 empfindlich, 2 ausgewogen, 3 streng, jede Zahl bis zu allen.",
  "Whether detectors that only vote run in auto, where they decide nothing. Those that are set or named under detectors always run.":
    "Ob Detektoren, die nur abstimmen, auch bei auto laufen, wo sie nichts entscheiden. Unter detectors eingestellte oder genannte laufen immer.",
  "At most this share of rows is flagged. A cap, never a quota: nothing is flagged to fill it.":
    "Höchstens dieser Anteil der Zeilen wird markiert. Eine Obergrenze, keine Quote: Nichts wird markiert, um sie zu erreichen.",
  "What is usual is taken from all of the file (history), or as if live from earlier points only (past).":
    "Was üblich ist, wird der ganzen Datei entnommen (history) oder, wie im laufenden Betrieb, nur früheren Werten (past).",
  "Share of usual points that lie inside the usual range.":
    "Anteil der üblichen Werte, die im üblichen Bereich liegen.",
  "Periods after which the KPIs repeat, for example [week, year], or [24] for 24 rows; [] for no season; null: found in the data.":
    "Zeiträume, nach denen sich die Kennzahlen wiederholen, zum Beispiel [week, year] oder [24] für 24 Zeilen; [] für keine Saison; null: aus den Daten ermittelt.",
  "day, week, month, year, or a number of rows.": "day, week, month, year oder eine Anzahl von Zeilen.",
  "What counts, by KPI; * is for all KPIs that have none of their own.":
    "Was zählt, nach Kennzahl; * gilt für alle ohne eigene Regel.",
  "What counts for a KPI, whatever its score.": "Was bei einer Kennzahl zählt, gleich wie hoch der Score ist.",
  "Only rises, only falls, or both.": "Nur Anstiege, nur Rückgänge oder beides.",
  "Least distance from expected, in the KPI's unit.":
    "Mindestabstand vom erwarteten Wert, in der Einheit der Kennzahl.",
  "The same in percent of the expected value.": "Dasselbe in Prozent des erwarteten Werts.",
  "Least number of points.": "Mindestzahl der Werte.",
  "Known events (holidays, promotions, outages): expected, never an anomaly.":
    "Bekannte Ereignisse (Feiertage, Aktionen, Ausfälle): erwartet, nie eine Anomalie.",
  "Something that is known to move the KPIs: a holiday, a promotion, an outage. It is expected, and kept out of what is usual.":
    "Etwas, das die Kennzahlen bekanntermaßen bewegt: ein Feiertag, eine Aktion, ein Ausfall. Es wird erwartet und prägt nicht, was üblich ist.",
  "What it is called.": "Wie es heißt.",
  "A single day or moment, ISO 8601; or start and end.":
    "Ein einzelner Tag oder Zeitpunkt, ISO 8601; oder Beginn und Ende.",
  "First moment, ISO 8601.": "Erster Zeitpunkt, ISO 8601.",
  "Last moment, inclusive; a date alone means its whole day.":
    "Letzter Zeitpunkt, einschließlich; ein Datum allein meint den ganzen Tag.",
  "Country, or state of one, whose holidays give learnt dates their names: DE, DE-BY, US. Needs the optional package date-holidays.":
    "Land oder Bundesland, dessen Feiertage gelernten Tagen ihren Namen geben: DE, DE-BY, US. Braucht das optionale Paket date-holidays.",
  "Take the public holidays of that place for known events too: expected, never an anomaly.":
    "Die gesetzlichen Feiertage dort auch als bekannte Ereignisse nehmen: erwartet, nie eine Anomalie.",
  "Most KPIs analysed when none are named; the others are said, not silently left out.":
    "So viele Kennzahlen werden höchstens analysiert, wenn keine genannt sind; die übrigen werden genannt, nicht still weggelassen.",
  "Flagged rows with at most this many rows between them are one incident.":
    "Markierte Zeilen mit höchstens so vielen Zeilen dazwischen sind ein Vorfall.",
  "Seed of everything that draws at random: same file, configuration and seed, same bytes.":
    "Startwert für alles Zufällige: gleiche Datei, gleiche Konfiguration und gleicher Startwert, gleiche Bytes.",
  "Features of the multivariate detectors, by id.": "Merkmale der multivariaten Detektoren, nach Kennung.",
  "Whether it is used.": "Ob es verwendet wird.",
  "Detectors, by id.": "Detektoren, nach Kennung.",
};
