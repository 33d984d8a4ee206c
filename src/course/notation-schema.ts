import { z } from "astro/zod";

/** A symbol of content/notation.yml. */
export const notationSchema = z.strictObject({
  /** As it is written in TeX. */
  tex: z.string(),
  /** Forms in equations that mean it; default `tex`. */
  match: z.array(z.string()).min(1).optional(),
  meaning: z.string(),
  /** Name in `@downhill/optim`. */
  code: z.string().optional(),
  pytorch: z.string().optional(),
  /** Letters in common notes, in the book of Goodfellow and others, in Ruder's overview, in the paper on Adam. */
  elsewhere: z
    .strictObject({
      notes: z.string().optional(),
      goodfellow: z.string().optional(),
      ruder: z.string().optional(),
      kingma: z.string().optional(),
    })
    .optional(),
  /** Chapters in which it means this; default all. */
  chapters: z.array(z.string()).min(1).optional(),
});

export type NotationEntry = z.infer<typeof notationSchema>;
