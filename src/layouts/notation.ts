import source from "#content/notation.yml?raw";
import { parseNotation } from "#src/course/parse-notation.ts";

/** The symbols of the book, and letters that mislead. */
export const notation = parseNotation(source);
