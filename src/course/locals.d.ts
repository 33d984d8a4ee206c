declare namespace App {
  interface Locals {
    /** Number of the chapter being rendered. */
    chapter: number;
    /** What can be referred to in the chapter. */
    items: readonly import("./chapter-items.ts").ChapterItem[];
    /** Ids of the chapter's exercises in order of appearance. */
    exercises: readonly string[];
    /** Text of the files beside the exercises: "heavy-ball/starter.ts" → TypeScript. */
    exerciseSources: Readonly<Record<string, string>>;
    /** Items of the syllabus that have a place on the page already. */
    places: Set<string>;
    /** The sentences of the first parts of the book, read when a figure asks for them. */
    bookText: () => Promise<readonly import("./sentences.ts").ChapterText[]>;
  }
}
