import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as optim from "@downhill/optim";
import { methodCards } from "@downhill/optim";
import { describe, expect, it } from "vitest";
import { conventionRuns, farthest } from "#components/widgets/convention-difference/model.ts";
import { problemOf } from "#components/widgets/convention-difference/problems.ts";
import { sameRun } from "#components/widgets/convention-difference/words.ts";
import { renderMath } from "#src/course/math.ts";
import { parseContents } from "#src/course/parse-contents.ts";
import { parseConvention } from "#src/course/parse-convention.ts";
import { entries } from "./read.ts";

const root = resolve(import.meta.dirname, "../../..");
const chapters = parseContents(readFileSync(resolve(root, "content/contents.yml"), "utf8")).flatMap(
  (part) => part.chapters.map(({ id }) => id),
);
const ids = methodCards.map(({ id }) => id);

/** Options by which a method is one convention or another. */
const CONVENTION_OPTIONS = [
  "biasCorrection",
  "centered",
  "convention",
  "countStart",
  "dampening",
  "decayBy",
  "epsilonHat",
  "epsilonInside",
  "epsilonOutside",
  "form",
  "independent",
  "initialAccumulator",
  "learningRateDecay",
  "threshold",
  "variant",
];
/** Newton's variants are ways to be safe, each of its own, and no two spellings of one thing. */
const NO_CONVENTIONS = ["newton.variant"];

/** "adam.epsilonHat" and so on, from the package's own declarations. */
const declared = readdirSync(resolve(root, "src/optim/src/methods"))
  .filter((file) => file !== "index.ts")
  .flatMap((file) => {
    const source = readFileSync(resolve(root, "src/optim/src/methods", file), "utf8");
    const own = [...source.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name]) => name!);
    const shared = /\bDecoupledDecayOptions\b/.test(source) ? ["decayBy"] : [];
    return [...own, ...shared]
      .filter((name) => CONVENTION_OPTIONS.includes(name))
      .map((name) => ({ id: file.replace(/\.ts$/, ""), name }));
  })
  .filter(({ id, name }) => !NO_CONVENTIONS.includes(`${id}.${name}`));

/** What a call of the table gives. */
function evaluated(code: string): unknown {
  const names = Object.keys(optim);
  return new Function(...names, `"use strict"; return (${code});`)(...Object.values(optim));
}

describe("the conventions", () => {
  it("have one file for each method, and each card is in one of them at most", () => {
    const named = entries.flatMap(({ method, also }) => [method, ...also]);
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(11);
  });

  it("find the options of the package that they are about", () => {
    expect(declared.length).toBeGreaterThan(20);
    expect(declared).toContainEqual({ id: "sgdw", name: "decayBy" });
    for (const option of CONVENTION_OPTIONS)
      expect([option, declared.some(({ name }) => name === option)]).toEqual([option, true]);
  });

  it.each(declared)("hold the option $name of $id", ({ id, name }) => {
    const entry = entries.find(({ method, also }) => method === id || also.includes(id));
    const calls = entry?.rows.map(({ code }) => code).join("\n") ?? "";
    expect(calls).toMatch(new RegExp(`\\b${name}: `));
  });

  it.each(
    declared.filter(({ name }) => ["form", "convention", "variant", "decayBy"].includes(name)),
  )("show every value of the option $name of $id but the default", ({ id, name }) => {
    const make = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const values = valuesOf(make, name);
    expect(values.length).toBeGreaterThan(1);
    const entry = entries.find(({ method, also }) => method === id || also.includes(id))!;
    const calls = entry.rows.map(({ code }) => code).filter((code) => code.includes(`${make}(`));
    const shown = values.filter((value) =>
      calls.some((code) => code.includes(`${name}: "${value}"`)),
    );
    expect(shown.length).toBeGreaterThanOrEqual(values.length - 1);
  });

  it("answer a malformed file with its name and the field", () => {
    expect(() => parseConvention("method: adam", "07-adam.yml")).toThrow(
      /^conventions\/07-adam\.yml: [\s\S]*lead/,
    );
  });
});

/** The values that an option may have, as the method itself names them. */
function valuesOf(make: string, option: string): readonly string[] {
  try {
    evaluated(`${make}({ learningRate: 0.1, ${option}: "?" })`);
  } catch (error) {
    const [, list = ""] = /must be one of (.*), got/.exec((error as Error).message) ?? [];
    return [...list.matchAll(/"([^"]+)"/g)].map(([, value]) => value!);
  }
  return [];
}

describe.each(entries)("$method", (entry) => {
  const { rows, formulas, figure, chapter } = entry;

  it("has calls that the package accepts, each of which makes a method", () => {
    for (const { code } of rows)
      expect([code, evaluated(code)]).toEqual([
        code,
        expect.objectContaining({ name: expect.any(String), step: expect.any(Function) }),
      ]);
  });

  it("has formulas that can be read and a chapter that is in the contents", () => {
    for (const tex of formulas) expect(renderMath(tex, true)).toContain("katex");
    if (chapter !== undefined) expect(chapters).toContain(chapter);
  });

  it("names in its table every option by which the lines of its figure differ", () => {
    const calls = rows.map(({ code }) => code).join("\n");
    const used = figure.comparisons
      .flatMap(({ lines }) => lines)
      .flatMap(({ options }) => Object.keys(options))
      .filter((name) => CONVENTION_OPTIONS.includes(name));
    for (const name of new Set(used)) expect(calls).toMatch(new RegExp(`\\b${name}: `));
  });

  it.each(figure.comparisons)("compares lines with names of their own: $name", ({ lines }) => {
    expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
  });

  it.each(figure.comparisons)("runs what it compares without leaving the numbers: $name", (one) => {
    for (const problem of one.problems)
      for (const run of conventionRuns(one, problemOf(problem), one.rate))
        expect([problem, run.name, run.diverged]).toEqual([problem, run.name, undefined]);
  });

  it.each(figure.comparisons)(
    "gives runs that differ, unless it says that they are one: $name",
    (one) => {
      const all = one.problems.map((name) => conventionRuns(one, problemOf(name), one.rate));
      for (const [i, { name, same }] of one.lines.entries()) {
        if (i === 0) continue;
        const differ = all.map((runs) => !sameRun(runs[i]!));
        expect([name, differ.some(Boolean)]).toEqual([name, !same]);
      }
    },
  );

  it.each(figure.comparisons)("shows a difference in its first state: $name", (one) => {
    const runs = conventionRuns(one, problemOf(one.problems[0]!), one.rate);
    const most = Math.max(...runs.map((run) => farthest(run).apart));
    expect(most).toBeGreaterThan(1e-3);
  });
});
