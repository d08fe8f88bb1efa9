export const LISTED = "kpi-anomaly --help --language de nennt die Befehle; mit einem Befehl davor, seine Optionen.";

export const ANOTHER = "Nennen Sie eine andere Ausgabedatei.";

export const INSTEAD: Readonly<Record<string, string>> = {
  folder: "es ist ein Ordner",
  disk: "es ist ein Datenträger",
};
