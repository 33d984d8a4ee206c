import { type Card, gradientDescentCard, methodCards, momentum, rosenbrock } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { codeHtml, memberHtml, typeHtml } from "#components/reference/code-html.ts";
import { families, lineOf, membersOf } from "#components/reference/families.ts";
import {
  planeBackground,
  planeForeground,
  planeFrame,
  VALUE_WIDTHS,
  valueForeground,
  valueFrame,
} from "#components/reference/method-figure.ts";
import { GOAL, methodRun, runWords, startWords } from "#components/reference/method-run.ts";

const momentumCard = methodCards.find(({ id }) => id === "momentum")!;
const with_ = (change: Partial<Card>): Card => ({ ...momentumCard, ...change });

describe("the run of a method's figure", () => {
  test("is a real one, at the defaults", () => {
    const run = methodRun(momentumCard);
    expect(run.values).toHaveLength(101);
    expect(run.values[0]).toBe(20.5);
    expect(startWords(run)).toBe("(−4,\u00a01)");
    expect(runWords(run)).toMatch(/^In 100 steps f goes from 20\.5 to 0\.000\d+\.$/);
  });

  test("of a method of curvature is in a bent valley", () => {
    const run = methodRun(
      with_({ family: "curvature", make: () => momentum({ learningRate: 1e-3 }) }),
    );
    expect(run.stage.name).toBe("rosenbrock");
    expect(startWords(run)).toBe("(−1.2,\u00a01)");
  });

  test.each(["gauss-newton", "levenberg-marquardt"])(
    "of %s is on a sum of squares, whose JᵀJ it takes for the Hessian",
    (id) => {
      const { stage, values } = methodRun(methodCards.find((card) => card.id === id)!);
      const at = Float64Array.of(0.5, 2);
      expect(stage.problem.value(at)).toBeCloseTo(rosenbrock.value(at) / 2, 12);
      // The true Hessian has 2 + 1200 x₁² − 400 x₂ at this place, which is negative.
      expect(stage.problem.hessian!(at)[0]![0]).toBe(1 + 400 * 0.5 ** 2);
      expect(values[0]).toBeCloseTo(rosenbrock.value(Float64Array.from(rosenbrock.start)) / 2, 12);
      expect(values.at(-1)).toBeLessThan(GOAL);
    },
  );

  test("of a method that comes to a halt there is in the ravine", () => {
    const halting = momentum({ learningRate: 0.02 });
    const run = methodRun(
      with_({
        family: "curvature",
        make: () => ({
          ...halting,
          step: (oracle, state) =>
            oracle.f(state.x) > 21
              ? { ...state, stalled: "too high" }
              : halting.step(oracle, state as never),
        }),
      }),
    );
    expect(run.stage.name).toBe("bowl");
  });

  test("says when it arrives, stalls or leaves the numbers", () => {
    const run = methodRun(momentumCard);
    const outcome = { kind: "stalled", reason: "no step helps", step: 3 } as const;
    expect(runWords({ ...run, values: [20.5, 8, 2.25], outcome })).toBe(
      "In 2 steps f goes from 20.5 to 2.3; then no further step is possible.",
    );
    expect(runWords({ ...run, values: [20.5, 0] })).toBe("After 1 step f is below 10⁻¹⁰.");
    const wild = methodRun(with_({ make: () => momentum({ learningRate: 1e200 }) }));
    expect(runWords(wild)).toBe("It leaves the range of numbers at step 1.");
  });
});

describe("the figure of a method", () => {
  test.each(methodCards.map((card) => [card.id, card] as const))(
    "%s holds finite numbers, inside its frame",
    (_id, card) => {
      const run = methodRun(card);
      const frame = valueFrame(run, VALUE_WIDTHS[0]);
      for (const { data } of [
        ...planeForeground(run, "black"),
        ...valueForeground(run, frame, "black"),
      ])
        for (const { x, y } of Array.from(data ?? []) as { x?: number; y?: number }[])
          if (x !== undefined) expect([x, y].every(Number.isFinite)).toBe(true);
      const [low, high] = frame.y.domain;
      expect(low).toBeGreaterThan(0);
      expect(high).toBeGreaterThan(low);
    },
  );

  test("survives a path that leaves the picture and values of 0", () => {
    const run = { ...methodRun(gradientDescentCard), values: [20.5, 1e300, 0] };
    const rows = valueForeground(run, valueFrame(run, 350), "black")[0]!.data as { y?: number }[];
    for (const { y } of Array.from(rows)) if (y !== undefined) expect(y).toBeGreaterThan(0);
  });

  test("panels side by side are as tall as each other, and one unit is as long upward as across", () => {
    const run = methodRun(momentumCard);
    const plane = planeFrame(run.stage, 404);
    expect(valueFrame(run, VALUE_WIDTHS[1]).height).toBe(plane.height);
    const across = (404 - plane.marginLeft - plane.marginRight) / 9.2;
    const up = (plane.height - plane.marginTop - plane.marginBottom) / 4;
    expect(up).toBeCloseTo(across, 0);
  });

  test("marks every minimum", () => {
    const marks = planeBackground(methodRun(momentumCard).stage);
    expect(marks.at(-1)).toMatchObject({ mark: "dot", data: [{ x: 0, y: 0 }] });
  });
});

describe("the list of methods", () => {
  test("has a place for every card", () => {
    const listed = families.flatMap(({ id }) => membersOf(id, methodCards));
    expect(new Set(listed)).toEqual(new Set(methodCards));
  });

  test.each([
    ["Momentum", "Momentum, or the heavy ball: steps add up", "Steps add up"],
    ["Nesterov acceleration", "Nesterov's gradient: momentum that looks", "Momentum that looks"],
    [
      "Adam",
      "A rate for each coordinate: from moments",
      "A rate for each coordinate: from moments",
    ],
    ["Lion", "Only the sign", "Only the sign"],
  ])("says of %s what its docstring says, without its name", (title, summary, line) => {
    expect(lineOf(title, summary)).toBe(line);
  });
});

describe("code of the reference", () => {
  const address = (name: string) => (name === "Vec" || name === "vec" ? `/${name}` : undefined);

  test("links the types that are documented, not the name that it declares", () => {
    expect(codeHtml("type Own = Vec | Own;", address, "Own")).toContain(
      '<a class="tok-typeName" href="/Vec">Vec</a>',
    );
    expect(codeHtml("type Vec = Float64Array;", address, "Vec")).not.toContain("<a ");
    expect(codeHtml("const a = vec(1);", address)).not.toContain("<a ");
  });

  test("colours a member of an interface as one", () => {
    const html = memberHtml("at?(x: Vec): number", address);
    expect(html.replace(/<[^>]*>/g, "")).toBe("at?(x: Vec): number");
    expect(html).toContain('href="/Vec"');
  });

  test("colours a type alone, and keeps each bar with what stands before it", () => {
    const html = typeHtml("number | Vec", address);
    expect(html.replace(/<[^>]*>/g, "")).toBe("number\u00a0| Vec");
    expect(html).toContain('href="/Vec"');
  });
});
