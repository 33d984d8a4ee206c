import { axpy, createOracle, dot, lineOf, lineSearch, vec } from "@downhill/optim";
import { rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

const x = vec(-1.2, 1);
const d = vec(3, -4);

test("φ, φ′ and φ″ are those of f along d", () => {
  const line = lineOf(createOracle(rosenbrock), x, d);
  const at = axpy(0.3, d, x);
  expect(line.value(0.3)).toBe(rosenbrock.value(at));
  expect(line.slope(0.3)).toBe(dot(rosenbrock.gradient(at), d));
  const Hd = vec(...rosenbrock.hessian(at).map((row) => dot(row, d)));
  expect(line.curvature(0.3)).toBe(dot(Hd, d));
  expect(line.length()).toBe(5);
});

test("α = 0 is x itself, where −0 stays −0 and nothing is evaluated twice", () => {
  const reciprocal = { dim: 1, value: ([a = 0]) => 1 / a, gradient: () => vec(0) };
  expect(lineOf(createOracle(reciprocal as never), vec(-0), vec(1)).value(0)).toBe(
    Number.NEGATIVE_INFINITY,
  );
  const oracle = createOracle(rosenbrock);
  oracle.f(x);
  lineOf(oracle, x, d).value(0);
  expect(oracle.calls.f).toBe(1);
});

test("it tells φ(0) once that was asked for, and not before", () => {
  const line = lineOf(createOracle(rosenbrock), x, d);
  line.value(1);
  expect(line.f0).toBe(undefined);
  line.value(0);
  expect(line.f0).toBe(rosenbrock.value(x));
});

describe("lineSearch makes a search of what happens on a line", () => {
  const told: unknown[] = [];
  const search = lineSearch("half", (line, before) => {
    told.push(line.value(0), before);
    return 0.5;
  });

  test("which sees the oracle's function along d, and the iteration before", () => {
    const before = { stepLength: 1, slope: -1 };
    expect(search.name).toBe("half");
    expect(search.search(createOracle(rosenbrock), x, d, before)).toBe(0.5);
    expect(told).toEqual([rosenbrock.value(x), before]);
  });
});
