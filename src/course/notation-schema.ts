import { z } from "astro/zod";

const identifier = z.string().regex(/^[\p{L}_$][\p{L}\p{N}_$]*$/u);

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
  /** Names that mean it in the listings of the package's source. */
  listed: z.array(identifier).min(1).optional(),
  /** Names that mean it in the cells of the chapters. */
  inCells: z.array(identifier).min(1).optional(),
  /** Words that mean it in the labels of figures and controls; its letter does so anyway. */
  phrases: z.array(z.string()).min(1).optional(),
  /** Figures, by their ids, and the colours of tokens.css in which they draw it and nothing else. */
  curves: z.record(z.string(), z.union([z.string(), z.array(z.string()).min(1)])).optional(),
  /** Figures, by their ids, in whose labels its letter means something else. */
  notIn: z.array(z.string()).min(1).optional(),
  /** Chapters in which it means this; default all. */
  chapters: z.array(z.string()).min(1).optional(),
});

export type NotationEntry = z.infer<typeof notationSchema>;
