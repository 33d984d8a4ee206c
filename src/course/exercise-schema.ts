import { z } from "astro/zod";

const text = z.string().min(1);

const common = {
  title: text,
  /** The syllabus's id, such as Q06.1; absent for an exercise of our own. */
  syllabus: z.string().optional(),
  /** Opened one at a time, from a nudge to nearly all. */
  hints: z.array(text).min(1),
  /** Shown after success, and with the solution. */
  explanation: text,
};

const tolerance = z.object({
  relative: z.number().positive().optional(),
  absolute: z.number().positive().optional(),
});

const number = z.object({
  ...common,
  kind: z.literal("number"),
  boxes: z
    .array(
      z.object({
        label: text,
        answer: z.number(),
        tolerance: tolerance.optional(),
        mistakes: z.array(z.object({ value: z.number(), feedback: text })).default([]),
      }),
    )
    .min(1),
});

const choice = z.object({
  ...common,
  kind: z.literal("choice"),
  options: z
    .array(z.object({ text, right: z.boolean().default(false), feedback: text }))
    .min(2)
    .refine((options) => options.some(({ right }) => right), "an option has to be right"),
});

const order = z.object({
  ...common,
  kind: z.literal("order"),
  /**
   * In the right order; the page mixes them. Each step must need the one before it, so that no
   * other order is right. Feedback: shown when this step stands too early; the first never does.
   */
  steps: z
    .array(z.object({ text, feedback: text.optional() }))
    .min(3)
    .refine(
      (steps) => steps.slice(1).every(({ feedback }) => feedback !== undefined),
      "every step but the first needs feedback for standing too early",
    ),
});

const formula = z.object({
  ...common,
  kind: z.literal("formula"),
  variables: z
    .array(
      z.object({
        name: z.string().regex(/^[A-Za-z]\w*$/),
        meaning: text,
        domain: z.tuple([z.number(), z.number()]),
      }),
    )
    .min(1),
  answer: text,
  mistakes: z.array(z.object({ formula: text, feedback: text })).default([]),
});

const code = z.object({
  ...common,
  kind: z.literal("code"),
  /** Each an edit of solution.ts: every `replace` must occur in it exactly once. */
  mistakes: z
    .array(
      z.object({
        edits: z.array(z.object({ replace: text, with: z.string() })).min(1),
        feedback: text,
      }),
    )
    .default([]),
  /** Changed lines of the solution that its check need not reject, since they do the same. */
  equivalents: z.array(z.object({ was: text, becomes: text, why: text })).default([]),
});

/** Front matter of content/exercises/<id>/index.mdx; the text below it is the prompt. */
export const exerciseSchema = z.discriminatedUnion("kind", [number, choice, order, formula, code]);

export type ExerciseData = z.infer<typeof exerciseSchema>;
export type ExerciseOf<Kind extends ExerciseData["kind"]> = Extract<ExerciseData, { kind: Kind }>;
