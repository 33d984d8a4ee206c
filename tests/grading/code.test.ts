import { describe, expect, it, vi } from "vitest";
import { type CodeJob, gradeCode } from "#src/grading/code.ts";
import { gradingModules } from "#src/grading/grading-modules.ts";
import { openProgress, untouched } from "#src/grading/progress.ts";
import { agree, words } from "#src/grading/property.ts";

const check = `
import { type Check, drawNumber, words } from "#src/grading/property.ts";
export const check: Check = {
  name: "double",
  probe: (draw) => [drawNumber(draw)],
  properties: [
    {
      claim: "It gives twice its argument.",
      test(subject, draw) {
        const x = drawNumber(draw);
        const got = subject(x);
        return got === 2 * x ? undefined : \`double(\${words(x)}) gave \${words(got)}\`;
      },
    },
  ],
};`;
const solution = "export const double = (x: number) => 2 * x;";
const mistakes = [
  "export const double = (x: number) => x * x;",
  "export const double = (x: number) => x + 2;",
];
const starter = "export const double = (x: number) => x; // Twice, please.";
const grade = (answer: string, parts: Partial<CodeJob> = {}) =>
  gradeCode({ answer, starter, check, solution, mistakes, ...parts }, gradingModules);

describe("code", () => {
  it("passes by behaviour, whatever its form", async () => {
    expect(await grade("export function double(x: number) { return x + x; }")).toEqual({
      kind: "pass",
    });
    expect(await grade("const double = (x) => x * 4 / 2")).toEqual({ kind: "pass" });
  });

  it.each(["", "  \n", "// nothing yet\n/* at all */"])(
    "that is blank is not judged: %j",
    async (answer) => {
      expect(await grade(answer)).toMatchObject({ kind: "error", stage: "blank" });
    },
  );

  it("with a typing error is not judged, and the place is named", async () => {
    expect(await grade("function double(x) {\n  return 2 * ;\n}")).toMatchObject({
      kind: "error",
      stage: "syntax",
      line: 2,
    });
  });

  it("that uses a name nobody defines is told which", async () => {
    expect(await grade("const double = (x) => twice(x)")).toEqual({
      kind: "error",
      stage: "names",
      message:
        "Your code uses twice, which nothing defines. Define it, import it, or correct its spelling.",
    });
  });

  it("without the function asked for is told so", async () => {
    expect(await grade("const triple = (x) => 3 * x")).toEqual({
      kind: "error",
      stage: "names",
      message: "The code defines no double. Keep the name and the parameters of the starter.",
    });
    expect(await grade("const double = 2")).toMatchObject({
      message: "double is not a function. Keep the form of the starter.",
    });
  });

  it("with an import that does not exist is told what there is", async () => {
    const verdict = await grade(
      'import { momentun } from "@downhill/optim";\nconst double = (x) => momentun(x)',
    );
    expect(verdict).toMatchObject({ kind: "error", stage: "names" });
    expect(verdict.kind === "error" && verdict.message).toContain("Did you mean momentum");
  });

  it("that throws is told where and with which arguments", async () => {
    const verdict = await grade("const double = (x) => {\n  throw new Error('no');\n}");
    expect(verdict).toMatchObject({ kind: "error", stage: "run", line: 2 });
    expect(verdict.kind === "error" && verdict.message).toMatch(
      /^Error: no It happened in double\(-?[\d.]+\)\.$/,
    );
  });

  it("that fails shows the claim and a small case", async () => {
    const verdict = await grade("const double = (x) => 3 * x");
    expect(verdict).toMatchObject({
      kind: "fail",
      message: "This does not hold yet: “It gives twice its argument.”",
      credit: 0,
    });
    expect(verdict.kind === "fail" && verdict.counterexample).toMatch(
      /^double\(-?[1-4]\) gave -?\d+$/,
    );
  });

  it("that fails shows the smallest case that still fails", async () => {
    const verdict = await grade("const double = (x) => (x > 6.5 ? 0 : 2 * x)");
    expect(verdict).toMatchObject({ kind: "fail", counterexample: "double(6.563) gave 0" });
  });

  it("that is the starter, but for comments and layout, earns nothing of what the starter has", async () => {
    const finite = `{ claim: "It gives a number.", test: (subject) => Number.isFinite(subject(1)) ? undefined : "no" },`;
    const two = { check: check.replace("properties: [", `properties: [${finite}`) };
    const untouched = {
      kind: "fail",
      message:
        "This is the starter unchanged, which earns nothing. It lacks this: “It gives twice its argument.”",
      credit: 0,
    };
    expect(await grade(starter, two)).toMatchObject(untouched);
    expect(await grade(`// mine\n${starter.replace("=> x", "=>\n  x")}`, two)).toMatchObject(
      untouched,
    );
    expect(await grade("const double = (x) => 3 * x", two)).toMatchObject({ credit: 0.5 });
  });

  it("that behaves like a known mistake is told that one's words", async () => {
    expect(await grade("const double = (x) => x ** 2")).toMatchObject({ mistake: 0 });
    expect(await grade("const double = (x) => 1 + x + 1")).toMatchObject({ mistake: 1 });
    expect(await grade("const double = (x) => 3 * x")).not.toHaveProperty("mistake");
  });

  it("is not blamed when the check or the solution is broken", async () => {
    const wrongSolution = "export const double = (x: number) => 5 * x;";
    expect(await grade("const double = (x) => 3 * x", { solution: wrongSolution })).toMatchObject({
      kind: "broken",
    });
    expect(
      await grade("const double = (x) => 3 * x", { check: "export const check = ;" }),
    ).toMatchObject({
      kind: "broken",
    });
    const crashing = check.replace("const got = subject(x);", "const got = subject(x).deep.value;");
    expect(await grade("const double = (x) => 3 * x", { check: crashing })).toMatchObject({
      kind: "broken",
    });
  });
});

describe("values in a check", () => {
  it("agree to a relative 1e-9, in any depth", () => {
    expect(agree({ a: [1, 2] }, { a: [1 + 1e-10, 2] })).toBe(true);
    expect(agree({ a: [1, 2] }, { a: [1 + 1e-6, 2] })).toBe(false);
    expect(agree([1], { 0: 1 })).toBe(false);
    expect(agree([1, 2], [1])).toBe(false);
    expect(agree(Number.NaN, Number.NaN)).toBe(true);
    expect(agree(Number.NaN, 1)).toBe(false);
    expect(agree(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)).toBe(true);
    expect(agree(Number.POSITIVE_INFINITY, 1e16)).toBe(false);
    expect(agree(undefined, null)).toBe(false);
  });

  it("are written as one would type them", () => {
    expect(words({ theta: [1.23456, -2], f: () => 0, none: undefined })).toBe(
      "{ theta: [1.235, -2], f: a function, none: undefined }",
    );
  });
});

describe("kept progress", () => {
  it("comes back as it was, and a damaged one is set aside", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    const store = openProgress("momentum", "heavy-ball");
    expect(store.read()).toEqual({});
    store.write({ ...untouched, answer: ["1"], attempts: 2 });
    expect(store.read().value).toEqual({ answer: ["1"], attempts: 2, passed: false, hints: 0 });
    const key = "downhill:exercise:momentum:heavy-ball";
    for (const damaged of [
      "{",
      '{"version":1,"value":{"attempts":-1,"passed":true,"hints":0}}',
      '{"version":1,"value":{"attempts":1,"passed":true,"hints":0,"answer":[1,"2"]}}',
    ]) {
      kept.set(key, damaged);
      expect(openProgress("momentum", "heavy-ball").read().problem).toContain("damaged");
      expect([...kept.values()]).toContain(damaged);
    }
    vi.unstubAllGlobals();
  });
});
