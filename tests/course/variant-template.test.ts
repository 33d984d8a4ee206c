import { describe, expect, it } from "vitest";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import { renderMath } from "#src/course/math.ts";
import { typesetWaiting } from "#src/course/variant-math.ts";
import { paragraphs, variantTemplate } from "#src/course/variant-template.ts";
import { fill } from "#src/grading/fill.ts";

const exercise = exerciseSchema.parse({
  kind: "number",
  title: "Halve it",
  varies: { numbers: { rate: [0.2, 0.4] } },
  boxes: [{ label: "Half of $[[rate]]$", answer: "= rate/2" }],
  hints: ["Divide by $2$, that is, by *two*."],
  explanation: "It is [[rate/2]].",
});

describe("an exercise whose numbers vary", () => {
  it("is read with the numbers of the book", () => {
    expect(exercise).toMatchObject({
      boxes: [{ label: "Half of $0.2$", answer: 0.1, mistakes: [] }],
      explanation: "It is 0.1.",
    });
  });

  it("keeps its expressions beside, in HTML, with what the schema adds", () => {
    const { data } = variantTemplate(exercise, "Halve $[[rate]]$.");
    expect(data).toMatchObject({
      boxes: [{ answer: "= rate/2", mistakes: [] }],
      explanation: "It is [[rate/2]].",
      hints: [expect.stringContaining("<em>two</em>")],
    });
    expect(JSON.stringify(data)).not.toContain("varies");
  });

  it("has its formulas set when the numbers are known", () => {
    const html = typesetWaiting(
      fill(paragraphs("Halve $\\eta=[[rate]]$.\n\nThen *stop*."), { rate: 0.4 }),
      renderMath,
    );
    expect(html).toContain(renderMath("\\eta=0.4"));
    expect(html).toMatch(/^<p>Halve <span.*<\/p>\n<p>Then <em>stop<\/em>\.<\/p>$/s);
  });

  it("is refused with a name that an expression could take for something else", () => {
    const wrong = { ...(exercise.template as object), varies: { numbers: { e: [1, 2] } } };
    expect(exerciseSchema.safeParse(wrong).success).toBe(false);
  });
});
