/**
 * The language of this edition, as a tag like "de"; the build of another edition sets it here.
 * Its type is wide on purpose: no code may count on English.
 */
export const LANGUAGE: string = "en";

/** How dates, times and large numbers are written for readers. */
export const LOCALE = LANGUAGE === "en" ? "en-GB" : LANGUAGE;
