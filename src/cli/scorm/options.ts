import { parseArgs } from "node:util";

/** What the command is to do. */
export interface Options {
  /** A chapter by its address, or the file of an assignment. */
  readonly what: string;
  /** The folder to write into. */
  readonly out: string;
  /** Share of the points, from 0 to 1, from which on the whole is passed. */
  readonly pass: number;
}

export const USAGE = `Usage:
  npm run scorm -- CHAPTER [--out FOLDER] [--pass PERCENT]
  npm run scorm -- ASSIGNMENT.json [--out FOLDER] [--pass PERCENT]`;

/** Percent of the points from which on a package is passed, where nobody says. */
const PASS = "60";

/** Reads the arguments of the command. @throws Error in words when they make no sense */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: text, pass: text },
  });
  const [what] = positionals;
  if (what === undefined || positionals.length > 1)
    throw new Error(
      `name one chapter, such as momentum, or the file of one assignment; got ${positionals.length}.`,
    );
  const percent = Number(values.pass ?? PASS);
  if (!(percent >= 0 && percent <= 100))
    throw new Error(`--pass must be a number from 0 to 100, got ${values.pass}.`);
  return { what, out: values.out ?? ".", pass: percent / 100 };
}
