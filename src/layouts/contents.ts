import source from "#content/contents.yml?raw";
import { parseContents } from "#src/course/parse-contents.ts";

/** The book's parts and chapters, in reading order. */
export const contents = parseContents(source);

/** All chapters in reading order, without their parts. */
export const chapterOrder = contents.flatMap(({ chapters }) => chapters);
