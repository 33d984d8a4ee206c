import { describe, expect, it } from "vitest";
import { gradeCode } from "#src/grading/code.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";

const check = `
import type { Check } from "#src/grading/property.ts";
export const check: Check = {
  name: "tryTwice",
  properties: [
    { claim: "It calls f on what f gave.", test: (subject) => subject(3) === 5 ? undefined : "no" },
  ],
  probe: () => [3],
};`;
const harness = `import { twice } from "./solution.ts";

export function tryTwice(x: number): number {
  return twice((y) => y + 1, x);
}
`;
const solution = "export const twice = (f: (x: number) => number, x: number) => f(f(x));";
const grade = (answer: string) =>
  gradeCode({ answer, starter: "", check, harness, solution, mistakes: [] }, gradingModules);

describe("an answer that takes a function", () => {
  it("is called by the harness, which makes the function where the answer runs", async () => {
    expect(await grade(solution)).toEqual({ kind: "pass" });
    expect(await grade("const twice = (f, x) => f(x)")).toMatchObject({ kind: "fail" });
  });

  it("that lacks the name the harness calls is told so in the learner's terms", async () => {
    expect(await grade("const thrice = (f, x) => f(f(f(x)))")).toEqual({
      kind: "error",
      stage: "names",
      message: "The code defines no twice. Keep the name and the parameters of the starter.",
    });
  });

  it("that fails is shown the place in its own lines, and none beyond them", async () => {
    expect(await grade("const twice = (f, x) => {\n  return f.none.none;\n}")).toMatchObject({
      kind: "error",
      line: 2,
    });
    const beyond = await grade("const twice = 7");
    expect(beyond).toMatchObject({ kind: "error", stage: "run" });
    expect(beyond).not.toHaveProperty("line");
  });

  it("from a time when the starter had the harness is checked as it is", async () => {
    const old = "export function tryTwice(x: number) {\n  return twice((y) => y + 1, x);\n}";
    expect(await grade(`${solution}\n${old}`)).toEqual({ kind: "pass" });
  });
});
