import { describe, expect, it } from "vitest";
import { fileOf } from "#src/course/code-job.ts";
import { materialOf } from "#src/course/exercise-material.ts";
import { exerciseSchema } from "#src/course/exercise-schema.ts";
import { feedbackOf, specOf } from "#src/course/exercise-spec.ts";

const common = { title: "A title", hints: ["A hint"], explanation: "An explanation" };
const number = exerciseSchema.parse({
  ...common,
  kind: "number",
  boxes: [
    { label: "a", answer: 1, mistakes: [{ value: 2, feedback: "not two" }] },
    { label: "b", answer: 3, tolerance: { relative: 0.1 } },
  ],
});
const code = exerciseSchema.parse({
  ...common,
  kind: "code",
  mistakes: [{ edits: [{ replace: "+", with: "-" }], feedback: "the sign" }],
});
const sources = {
  "sum/starter.ts": "a",
  "sum/check.ts": "check",
  "sum/solution.ts": "a + b",
};

describe("what the page of an exercise carries", () => {
  it("is what checking needs, without the words", () => {
    expect(specOf(number)).toEqual({
      kind: "number",
      boxes: [
        { answer: 1, mistakes: [{ value: 2 }] },
        { answer: 3, tolerance: { relative: 0.1 }, mistakes: [] },
      ],
    });
  });

  it("for code is nothing: each mistake as an edited solution is loaded with the words", () => {
    expect(specOf(code)).toEqual({ kind: "code" });
    expect(materialOf("sum", code, "", sources)).toEqual({
      feedback: { "whole.0": "the sign" },
      job: { starter: "a", check: "check", solution: "a + b", mistakes: ["a - b"] },
    });
    expect(materialOf("n", number, "", {})).toEqual({
      feedback: { "label.0": "a", "0.0": "not two", "label.1": "b" },
    });
  });

  it("names the file that is missing and where to add it", () => {
    expect(() => fileOf("sum", "harness.ts", sources)).toThrow(
      'exercise "sum" has no harness.ts. Add content/exercises/sum/harness.ts.',
    );
  });

  it("has every feedback under the name by which a verdict asks for it", () => {
    expect(feedbackOf(number)).toEqual([
      ["label.0", "a"],
      ["0.0", "not two"],
      ["label.1", "b"],
    ]);
    expect(feedbackOf(code)).toEqual([["whole.0", "the sign"]]);
    const order = exerciseSchema.parse({
      ...common,
      kind: "order",
      steps: [
        { text: "first" },
        { text: "second", feedback: "too early" },
        { text: "third", feedback: "much too early" },
      ],
    });
    expect(feedbackOf(order)).toEqual([
      ["1", "too early"],
      ["2", "much too early"],
    ]);
  });
});

describe("what is right", () => {
  it("has no feedback among that for what is wrong", () => {
    const choice = exerciseSchema.parse({
      ...common,
      kind: "choice",
      options: [
        { text: "yes", right: true, feedback: "so it is" },
        { text: "no", feedback: "not so" },
      ],
    });
    expect(feedbackOf(choice)).toEqual([["1", "not so"]]);
    const match = exerciseSchema.parse({
      ...common,
      kind: "match",
      options: ["a", "b", "c"],
      rows: [
        { text: "first", right: 0, feedback: "look again" },
        {
          text: "second",
          right: 1,
          feedback: "and here",
          wrong: [{ option: 2, feedback: "not c" }],
        },
      ],
    });
    expect(feedbackOf(match)).toEqual([
      ["label.0", "first"],
      ["0.1", "look again"],
      ["0.2", "look again"],
      ["label.1", "second"],
      ["1.0", "and here"],
      ["1.2", "not c"],
    ]);
  });
});

describe("the front matter of an exercise", () => {
  it("needs feedback for every step but the first", () => {
    const steps = [{ text: "first" }, { text: "second" }, { text: "third", feedback: "early" }];
    expect(() => exerciseSchema.parse({ ...common, kind: "order", steps })).toThrow(
      "every step but the first needs feedback for standing too early",
    );
  });

  it("needs a right option, a hint and an explanation", () => {
    const options = [
      { text: "a", feedback: "no" },
      { text: "b", feedback: "no" },
    ];
    expect(() => exerciseSchema.parse({ ...common, kind: "choice", options })).toThrow(
      "an option has to be right",
    );
    expect(exerciseSchema.safeParse({ ...number, hints: [] }).success).toBe(false);
    expect(exerciseSchema.safeParse({ ...number, explanation: "" }).success).toBe(false);
  });
});
