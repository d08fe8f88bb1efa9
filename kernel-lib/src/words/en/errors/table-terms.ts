export const SPELLING = "Name a column as it stands in the header; upper and lower case count.";
