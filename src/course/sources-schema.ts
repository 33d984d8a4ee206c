import { z } from "astro/zod";

const sentence = z
  .string()
  .regex(/^[^\s].*[.?)]$/, "must be a sentence that ends with a full stop");
const inSources = z.array(z.string()).min(1);

/** One of the texts that the book grew from. */
const source = z.strictObject({
  name: z.string(),
  /** What kind of text it is, for someone who has not seen it. */
  what: sentence,
});

/** An error or a trap in the sources. */
const correction = z.strictObject({
  in: inSources,
  /** 3: mathematics or code is wrong; 2: a reader is misled; 1: words or letters are at fault. */
  weight: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Subjects that were given in this form. */
  of: z.array(z.string()).default([]),
  /** What is said, in the book's words. */
  says: sentence,
  right: sentence,
});

/** Where a slip stands: a work of references.yml, or another text by name and address. */
const slip = z.union([
  z.strictObject({ work: z.string(), says: sentence, right: sentence }),
  z.strictObject({ text: z.string(), url: z.url(), says: sentence, right: sentence }),
]);

/** content/sources.yml. */
export const sourcesSchema = z.strictObject({
  sources: z.record(z.string().regex(/^[a-z]+$/), source),
  /** The sources that have a subject. */
  subjects: z.record(z.string().regex(/^S-/), inSources),
  corrections: z.record(z.string().regex(/^E-/), correction),
  slips: z.record(z.string().regex(/^X-/), slip),
});

export type SourceEntry = z.infer<typeof source>;
export type CorrectionEntry = z.infer<typeof correction>;
export type SlipEntry = z.infer<typeof slip>;
