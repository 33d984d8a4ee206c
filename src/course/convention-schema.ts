import { z } from "astro/zod";

const option = z.union([z.number(), z.string(), z.boolean()]);

/** One line of a figure: a method of the package in one convention. */
const line = z.strictObject({
  name: z.string(),
  /** The function that makes it, such as "adam". */
  method: z.string(),
  /** Its options but for the learning rate, which the reader sets. */
  options: z.record(z.string(), option).default({}),
  /** Multiplies the learning rate, where conventions count it differently. */
  rateFactor: z.number().positive().default(1),
  /** Whether it is the first convention written in another way, and so the same run. */
  same: z.boolean().default(false),
});

/** Conventions that are run side by side; distances are from the first. */
const comparison = z.strictObject({
  name: z.string().regex(/^[a-z-]+$/),
  label: z.string(),
  /** On what they can be run; on the first the difference is seen, with this learning rate. */
  problems: z.array(z.string()).min(1),
  rate: z.number().positive(),
  lines: z.array(line).min(2).max(4),
});

/** A work, a library or another author, and what is done there. */
const row = z.strictObject({
  who: z.string(),
  url: z.url().optional(),
  does: z.string(),
  /** The call that gives it here, or why there is none. */
  code: z.string(),
});

/** A file of content/conventions: how one method is written in different places. */
export const conventionSchema = z.strictObject({
  /** The id of the method's card, which is also the anchor on the page. */
  method: z.string(),
  /** Methods whose reference pages lead here too. */
  also: z.array(z.string()).default([]),
  chapter: z.string().optional(),
  lead: z.string(),
  /** Display equations, in TeX. */
  formulas: z.array(z.string()).min(1),
  rows: z.array(row).min(2),
  /** How large the difference is, when it fades and when it never does. */
  statement: z.string(),
  figure: z.strictObject({
    title: z.string(),
    tryThis: z.string(),
    notice: z.string(),
    why: z.string(),
    comparisons: z.array(comparison).min(1),
    /** What the upper picture shows at first: lengths of steps, or distances of θ from 0. */
    show: z.enum(["steps", "distances"]).default("steps"),
    /** The step that is marked at first. */
    t: z.number().int().positive(),
  }),
});

export type ConventionEntry = z.infer<typeof conventionSchema>;
export type Comparison = z.infer<typeof comparison>;
export type ConventionFigure = ConventionEntry["figure"];
