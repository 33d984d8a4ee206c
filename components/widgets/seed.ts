import { wholeField } from "./url-state.ts";

/** Figures count their seeds from 1 to this. */
const LAST = 999;

/** The seed of a figure in its address. */
export const seedField = (last = LAST) => wholeField(1, 1, last);

/** The seed after this one; after the last comes the first. */
export const nextSeed = (seed: number, last = LAST) => (seed % last) + 1;
