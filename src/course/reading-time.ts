import { say, sayCount } from "#src/language/say.ts";

/** Words that are read in a minute: fewer than of a novel, since each is to be understood. */
const WORDS_PER_MINUTE = 200;
/** What else stands in a chapter, by the time that it takes, in words. */
const WORDS = { inlineFormula: 3, displayedFormula: 20, lineOfCode: 5, figure: 100 } as const;
/** Minutes are rounded to so many, and are at least so many: it is no more exact than that. */
const STEP = 5;

/** What there is to read in a chapter. */
export interface ReadingMatter {
  readonly words: number;
  readonly inlineFormulas: number;
  readonly displayedFormulas: number;
  readonly linesOfCode: number;
  readonly figures: number;
}

/**
 * How long a chapter takes to read, in minutes, by this rule: 200 words a minute; a formula in a line
 * takes as long as 3 words, a displayed one as 20, a line of code as 5, a figure as 100; rounded to 5
 * minutes. Exercises are not in it.
 */
export function readingMinutes(matter: ReadingMatter): number {
  const words =
    matter.words +
    WORDS.inlineFormula * matter.inlineFormulas +
    WORDS.displayedFormula * matter.displayedFormulas +
    WORDS.lineOfCode * matter.linesOfCode +
    WORDS.figure * matter.figures;
  return STEP * Math.max(1, Math.round(words / WORDS_PER_MINUTE / STEP));
}

/** Counts what there is to read in the MDX of a chapter. */
export function readingMatter(mdx: string): ReadingMatter {
  let text = mdx.replace(/^(import|export) .*$/gm, "");
  let linesOfCode = 0;
  text = text.replace(/^(`{3,})\w*\n([\s\S]*?)^\1\s*$/gm, (_, _fence, code: string) => {
    linesOfCode += code.split("\n").filter((line) => line.trim() !== "").length;
    return "";
  });
  const count = (pattern: RegExp) => {
    const found = text.match(pattern)?.length ?? 0;
    text = text.replace(pattern, " ");
    return found;
  };
  const displayedFormulas = count(/\$\$[\s\S]*?\$\$/g);
  const inlineFormulas = count(/\$[^$]+\$/g);
  const figures = count(FIGURE);
  const words = text
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, " ")
    .replace(/<\/?[A-Za-z][^<>]*>/g, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return { words, inlineFormulas, displayedFormulas, linesOfCode, figures };
}

/** A component that stands alone shows something to look at, but for these. */
const FIGURE = /<(?!(?:Exercise|Place|Cite|Reading|Video)\b)[A-Z]\w*\b[^<>]*\/>/g;

/** "About 35 min, 9 exercises". */
export function matterInWords(minutes: number, exercises: number): string {
  if (exercises === 0) return say("about {minutes} min", { minutes });
  return sayCount(
    {
      one: "about {minutes} min, {count} exercise",
      other: "about {minutes} min, {count} exercises",
    },
    exercises,
    { minutes },
  );
}
