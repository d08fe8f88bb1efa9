export const LISTED = "kpi-anomaly --help lists the commands; with the name of one in front, its options.";

export const ANOTHER = "Name another output file.";

export const INSTEAD: Readonly<Record<string, string>> = { folder: "it is a folder", disk: "it is a disk" };
