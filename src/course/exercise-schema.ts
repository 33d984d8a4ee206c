import { z } from "astro/zod";
import { fill } from "#src/grading/fill.ts";
import { bookNumbers } from "#src/grading/variant.ts";

const text = z.string().min(1);

/** See `Varies` in src/grading/variant.ts. */
const varies = z.object({
  edition: z.int().min(1).default(1),
  numbers: z.record(
    // Names that no expression could take for something else.
    z.string().regex(/^(?!(?:sqrt|exp|ln|log|abs)$)[a-z]{2,}$/),
    z.array(z.number()).min(2),
  ),
  where: z.array(text).default([]),
});

const common = {
  title: text,
  /** The syllabus's id, such as Q06.1; absent for an exercise of our own. */
  syllabus: z.string().optional(),
  /** Opened one at a time, from a nudge to nearly all. */
  hints: z.array(text).min(1),
  /** Shown after success, and with the solution. */
  explanation: text,
  /** A question that goes on from here, shown after success. */
  harder: text.optional(),
  /** Numbers that can be drawn anew; expressions elsewhere in the front matter use their names. */
  varies: varies.optional(),
  /** The front matter as written, before the numbers of the book were put in. */
  template: z.unknown().optional(),
};

const tolerance = z.object({
  relative: z.number().positive().optional(),
  absolute: z.number().positive().optional(),
  digits: z.int().min(1).max(12).optional(),
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

const rows = z.array(z.array(z.number()).min(1)).min(1);

const matrix = z
  .object({
    ...common,
    kind: z.literal("matrix"),
    /** Row by row; a vector is a matrix of one column. */
    answer: rows,
    tolerance: tolerance.optional(),
    mistakes: z.array(z.object({ answer: rows, feedback: text })).default([]),
  })
  .refine(
    ({ answer, mistakes }) =>
      [answer, ...mistakes.map((one) => one.answer)].every(
        (one) =>
          one.length === answer.length && one.every((row) => row.length === answer[0]?.length),
      ),
    "all rows are of the same length, and every mistake has the shape of the answer",
  );

const match = z
  .object({
    ...common,
    kind: z.literal("match"),
    options: z.array(text).min(2),
    /** `right` counts the options from 0; `wrong` has the feedback for others, `feedback` that for the rest. */
    rows: z
      .array(
        z.object({
          text,
          right: z.int().min(0),
          feedback: text,
          wrong: z.array(z.object({ option: z.int().min(0), feedback: text })).default([]),
        }),
      )
      .min(2),
  })
  .refine(
    ({ options, rows }) =>
      rows.every((row) =>
        [row.right, ...row.wrong.map(({ option }) => option)].every((one) => one < options.length),
      ),
    "a row names an option that is not there",
  );

const place = z.object({ x: z.number(), y: z.number() });
const range = z.tuple([z.number(), z.number()]).refine(([from, to]) => from < to, "from < to");

const points = z.object({
  ...common,
  kind: z.literal("points"),
  /** What the level lines belong to, a formula in x and y. */
  surface: text,
  x: range,
  y: range,
  /** Points that stand there from the start, each with a short label. */
  given: z.array(place.extend({ label: text })).default([]),
  /** The points to set, in order; joined by a line when there are several. */
  answer: z
    .array(place.extend({ label: text }))
    .min(1)
    .max(6),
  within: z.number().positive(),
  mistakes: z.array(place.extend({ point: z.int().min(0).default(0), feedback: text })).default([]),
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

/** With the numbers of the book in the place of expressions, see `fill`. */
function withBookNumbers(written: unknown): unknown {
  const found = z.object({ varies }).safeParse(written);
  if (!found.success || typeof written !== "object") return written;
  const { varies: _, ...template } = written as Record<string, unknown>;
  const numbers = bookNumbers(found.data.varies);
  return { ...fill(template, numbers), varies: found.data.varies, template };
}

/** Front matter of content/exercises/<id>/index.mdx; the text below it is the prompt. */
export const exerciseSchema = z.preprocess(
  withBookNumbers,
  z.discriminatedUnion("kind", [number, matrix, choice, match, order, formula, points, code]),
);

export type ExerciseData = z.infer<typeof exerciseSchema>;
export type ExerciseOf<Kind extends ExerciseData["kind"]> = Extract<ExerciseData, { kind: Kind }>;
