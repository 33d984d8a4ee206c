import { describe, expect, it } from "vitest";
import { exerciseHtml } from "#components/exercise/exercise-html.ts";
import { exerciseSchema } from "#src/course/exercise-schema.ts";

const summaries = (hints: readonly string[]) => {
  const data = exerciseSchema.parse({
    kind: "choice",
    title: "Which way?",
    hints,
    explanation: "Down.",
    options: [
      { text: "uphill", feedback: "No." },
      { text: "downhill", right: true, feedback: "Yes." },
    ],
  });
  const html = exerciseHtml("way", data, { starter: "", solution: "" }, (text) => text);
  return [...html.matchAll(/<details data-hint><summary>(.*?)<\/summary>/g)].map(
    ([, name]) => name,
  );
};

describe("the hints of an exercise", () => {
  it("are numbered where there are several", () => {
    expect(summaries(["Look.", "Look again."])).toEqual(["Hint 1", "Hint 2"]);
  });

  it("have no number where there is one", () => {
    expect(summaries(["Look."])).toEqual(["Hint"]);
  });
});
