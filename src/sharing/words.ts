const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** What a link carries, in a sentence. */
export function carriedInWords(cells: number, exercises: number, by?: string): string {
  const parts = [
    cells === 0 ? "" : `changes to ${counted(cells, "cell")}`,
    exercises === 0 ? "" : `other numbers for ${counted(exercises, "exercise")}`,
  ].filter(Boolean);
  const what = parts.length === 0 ? "no changes" : parts.join(" and ");
  return `This link carries ${what}${by === undefined ? "" : `, by ${by}`}.`;
}

/** How long a link is, and what that means for passing it on. */
export function lengthInWords(length: number): string {
  const characters = `${length.toLocaleString("en")} characters`;
  return length > LONG
    ? `${characters}: longer than many programs pass on whole. A file is safer.`
    : characters;
}

/** Some programs cut an address that is longer, in characters. */
const LONG = 8000;

function counted(count: number, what: string): string {
  return `${NUMBERS[count] ?? count} ${count === 1 ? what : `${what}s`}`;
}
