import { describe, expect, it } from "vitest";
import { gradeCode } from "#src/grading/code.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { TIMES } from "../../times.ts";
import { codeJob } from "./code-job.ts";
import { allExercises } from "./exercise-files.ts";
import { mutantsOf } from "./mutants.ts";

describe("the mutants of a solution", () => {
  const lines = (source: string) => mutantsOf(source).map(({ becomes }) => becomes);

  it("change each operator, number, sign and variable, and nothing else", () => {
    expect(lines("export const f = (a: number, b: number) => -a * (b[0] ?? 1) + 2;")).toEqual([
      "export const f = (a: number, b: number) => -a * (b[0] ?? 1) - 2;",
      "export const f = (a: number, b: number) => -a / (b[0] ?? 1) + 2;",
      "export const f = (a: number, b: number) => a * (b[0] ?? 1) + 2;",
      "export const f = (a: number, b: number) => -b * (b[0] ?? 1) + 2;",
      "export const f = (a: number, b: number) => -a * (a[0] ?? 1) + 2;",
      "export const f = (a: number, b: number) => -a * (b[1] ?? 1) + 2;",
      "export const f = (a: number, b: number) => -a * (b[0] ?? 1) + 3;",
      "export const f = (a: number, b: number) => -a * (b[0] ?? 1) + 4;",
      "export const f = (a: number, b: number) => -a * (b[0] ?? 1) + 0;",
    ]);
  });

  it("leave imports, types, names of properties and declarations alone", () => {
    expect(
      lines(
        'import { a } from "x";\nexport function f(a: number): { a: number } {\n  return { a };\n}',
      ),
    ).toEqual([]);
  });

  it("end when their loops do not", () => {
    const [mutant] = mutantsOf(
      "export function f(n: number) {\n  while (n > 0) {\n    n -= 1;\n  }\n}",
    );
    expect(mutant?.source).toContain('throw new Error("endless")');
  });
});

interface Change {
  readonly was: string;
  readonly becomes: string;
}
const sameAs = (one: Change, other: Change) =>
  one.was === other.was && one.becomes === other.becomes;

const exercises = allExercises().flatMap((exercise) =>
  exercise.data.kind === "code" ? [{ ...exercise, data: exercise.data }] : [],
);

const audit = TIMES > 1;

/** The audit tries all of them, the tests the first and one from the middle. */
const tried = <T>(mutants: readonly T[]) =>
  audit ? mutants : mutants.filter((_, index) => index % Math.ceil(mutants.length / 2) === 0);

describe.each(exercises)("the check of $id", (exercise) => {
  const { data } = exercise;
  const job = codeJob(exercise);

  it("rejects every mutant of the solution, but those that are listed with the reason", async () => {
    const mutants = tried(mutantsOf(job.solution));
    expect(mutants.length).toBeGreaterThan(0);
    const survivors: Change[] = [];
    for (const { source, was, becomes } of mutants) {
      const verdict = await gradeCode({ answer: source, ...job }, gradingModules);
      expect(verdict.kind).not.toBe("broken");
      if (verdict.kind === "pass") survivors.push({ was, becomes });
    }
    const listed = data.equivalents.map(({ was, becomes }) => ({ was, becomes }));
    expect(survivors.filter((one) => !listed.some((other) => sameAs(one, other)))).toEqual([]);
    if (audit) for (const one of listed) expect(survivors).toContainEqual(one);
  });
});
