import { describe, expect, it } from "vitest";
import { answersHtml } from "#components/exercise/answers-html.ts";
import { exerciseSchema } from "#src/course/exercise-schema.ts";

const common = { title: "t", hints: ["h"], explanation: "e" };
const bold = (label: string) => `<b>${label}</b>`;

/** A point, and how near to it an answer has to be. */
const pointWithin = (within: number) =>
  exerciseSchema.parse({
    ...common,
    kind: "points",
    surface: "x",
    x: [0, 1],
    y: [0, 1],
    answer: [{ label: "end", x: 0.5, y: -0.123456 }],
    within,
  });

describe("the answers of an exercise", () => {
  it("are a list of labels and numbers with four digits", () => {
    const number = exerciseSchema.parse({
      ...common,
      kind: "number",
      boxes: [{ label: "third", answer: 1 / 3 }],
    });
    expect(answersHtml(number, bold)).toBe("<ul><li><span><b>third</b></span>: 0.3333</li></ul>");
  });

  it("are a table for a matrix, and a list of places for points", () => {
    const matrix = exerciseSchema.parse({ ...common, kind: "matrix", answer: [[1, 2.00001]] });
    expect(answersHtml(matrix, bold)).toContain("<tr><td>1</td><td>2</td></tr>");
    const points = pointWithin(0.1);
    expect(answersHtml(points, bold)).toContain("<b>end</b></span>: (0.5, -0.1235)");
  });

  it("have more digits where four would be refused as an answer", () => {
    const number = exerciseSchema.parse({
      ...common,
      kind: "number",
      boxes: [
        { label: "a", answer: 1 / 3, tolerance: { absolute: 1e-6 } },
        { label: "b", answer: 123456, tolerance: { absolute: 0.1 } },
        { label: "c", answer: 0.1 + 0.2, tolerance: { relative: 1e-20 } },
      ],
    });
    const told = answersHtml(number, bold).match(/: [\d.]+/g);
    expect(told).toEqual([": 0.333333", ": 123456", ": 0.30000000000000004"]);
    const matrix = exerciseSchema.parse({
      ...common,
      kind: "matrix",
      answer: [[1, 2.00001]],
      tolerance: { absolute: 1e-6 },
    });
    expect(answersHtml(matrix, bold)).toContain("<tr><td>1</td><td>2.00001</td></tr>");
    const points = pointWithin(1e-5);
    expect(answersHtml(points, bold)).toContain("(0.5, -0.12346)");
  });

  it("are nothing where they are no numbers", () => {
    const choice = exerciseSchema.parse({
      ...common,
      kind: "choice",
      options: [
        { text: "a", right: true, feedback: "f" },
        { text: "b", feedback: "g" },
      ],
    });
    expect(answersHtml(choice, bold)).toBe("");
  });
});
