import { z } from "astro/zod";
import { parse } from "yaml";
import { LOCALE } from "#src/language/edition.ts";

const entry = z.strictObject({
  edition: z.string().regex(/^\d+\.\d+\.\d+$/),
  date: z.iso.date(),
  title: z.string().min(1),
  /** One sentence each. */
  changes: z.array(z.string().min(1)).min(1),
});

/** What changed on a day, and the edition that it belongs to. */
export type Change = z.infer<typeof entry>;
/** All changes, newest first: the first one is the edition of now. */
export type Changes = readonly [Change, ...Change[]];

/**
 * Reads changes.yml.
 *
 * @throws Error naming the entry that is malformed or out of order
 */
export function parseChanges(yaml: string): Changes {
  const read = z.tuple([entry], entry).safeParse(parse(yaml));
  if (!read.success) throw new Error(`changes.yml: ${z.prettifyError(read.error)}`);
  read.data.forEach(({ date }, i) => {
    const newer = read.data[i - 1]?.date;
    if (newer !== undefined && !(date < newer))
      throw new Error(
        `changes.yml: the newest comes first and each day once; ${date} stands after ${newer}. Put it in its place.`,
      );
  });
  return read.data;
}

/** "29 November 2026". */
export function dayInWords(date: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
