import { LOCALE } from "#src/language/edition.ts";
import { say, sayCount } from "#src/language/say.ts";

const NUMBERS = [
  say("no"),
  say("one"),
  say("two"),
  say("three"),
  say("four"),
  say("five"),
  say("six"),
  say("seven"),
  say("eight"),
  say("nine"),
  say("ten"),
];

/** What a link carries, in a sentence. */
export function carriedInWords(cells: number, exercises: number, by?: string): string {
  const changes = sayCount(
    { one: "changes to {number} cell", other: "changes to {number} cells" },
    cells,
    { number: inWords(cells) },
  );
  const numbers = sayCount(
    { one: "other numbers for {number} exercise", other: "other numbers for {number} exercises" },
    exercises,
    { number: inWords(exercises) },
  );
  const what = whatOf(cells > 0 && changes, exercises > 0 && numbers);
  return by === undefined
    ? say("This link carries {what}.", { what })
    : say("This link carries {what}, by {author}.", { what, author: by });
}

function whatOf(changes: string | false, numbers: string | false): string {
  if (changes && numbers) return say("{changes} and {numbers}", { changes, numbers });
  return changes || numbers || say("no changes");
}

/** How long a link is, and what that means for passing it on. */
export function lengthInWords(length: number): string {
  const number = length.toLocaleString(LOCALE);
  return length > LONG
    ? say("{number} characters: longer than many programs pass on whole. A file is safer.", {
        number,
      })
    : say("{number} characters", { number });
}

/** Some programs cut an address that is longer, in characters. */
const LONG = 8000;

const inWords = (count: number) => NUMBERS[count] ?? count;
