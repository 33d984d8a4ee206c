import { nelderMead, type Objective, run } from "@downhill/optim";
import { beale, bowl, dunes, himmelblau, rosenbrock } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

/** An objective of values alone: its gradient is never asked for by the method. */
function valuesOnly(dim: number, value: Objective["value"]): Objective {
  return { dim, value, gradient: (x) => new Float64Array(x.length) };
}

const sphere = (n: number) => valuesOnly(n, (x) => x.reduce((sum, xi) => sum + xi * xi, 0));

describe("one move of each kind, by hand", () => {
  const edges = [
    [1, 0],
    [0, 1],
  ];
  /** The first move from (0, 0), (1, 0), (0, 1), of which the last is the worst. */
  const first = (value: (x: number, y: number) => number) => {
    const problem = valuesOnly(2, ([x = 0, y = 0]) => value(x, y));
    const { state } = run(nelderMead({ edges }), problem, [0, 0], { steps: 1 }).frames[1]!;
    return {
      move: state.move,
      simplex: state.simplex.map(({ x }) => [...x]),
      x: [...state.x],
    };
  };

  test("expand: twice as far beyond the centre (0.5, 0) as the worst was before it", () => {
    expect(first((x, y) => y - 0.1 * x)).toEqual({
      move: "expand",
      simplex: [
        [1.5, -2],
        [1, 0],
        [0, 0],
      ],
      x: [1.5, -2],
    });
  });

  test("reflect: better than the second worst, no better than the best", () => {
    expect(first((x, y) => x + (y > 0 ? 2 * y : 0.5 * y))).toEqual({
      move: "reflect",
      simplex: [
        [0, 0],
        [1, -1],
        [1, 0],
      ],
      x: [0, 0],
    });
  });

  test("contract outside: better than the worst alone, and half as far is no worse", () => {
    const { move, simplex } = first((x, y) => (y > 0 ? 10 * y : 5 * Math.abs(y + 0.5)) + 0.1 * x);
    expect(move).toBe("contract outside");
    expect(simplex).toContainEqual([0.75, -0.5]);
  });

  test("contract inside: half the way back to the worst", () => {
    const { move, simplex } = first(
      (x, y) => Math.abs(y - 0.5) + 0.1 * x + (y < 0 ? 5 : 0) + (y > 0.9 ? 1 : 0),
    );
    expect(move).toBe("contract inside");
    expect(simplex).toContainEqual([0.25, 0.5]);
  });

  test("shrink: everything halfway to the best, if no point on the line is any good", () => {
    const corners = new Map([
      ["0,0", 0],
      ["1,0", 1],
      ["0,1", 2],
    ]);
    const { move, simplex } = first((x, y) => corners.get(`${x},${y}`) ?? 3);
    expect(move).toBe("shrink");
    expect(simplex).toEqual([
      [0, 0],
      [0.5, 0],
      [0, 0.5],
    ]);
  });
});

test("it takes SciPy's steps on Rosenbrock from (−1.2, 1), to the bit", () => {
  const { frames } = run(nelderMead(), rosenbrock, [-1.2, 1], { steps: 84 });
  // scipy.optimize.minimize(method="Nelder-Mead", options={"maxiter": 40}) of SciPy 1.17.1, whose
  // count of iterations starts at 1; then with its own tolerances.
  expect([...frames[39]!.x]).toEqual([0.44072668000126014, 0.19834336726924667]);
  expect(frames[39]!.f).toBe(0.3144704034514505);
  expect(frames[84]!.f).toBeCloseTo(8.177661197416674e-10, 20);
  expect(frames[84]!.calls).toEqual({ f: 159, g: 0, h: 0, hv: 0 });
});

test.each([
  ["rosenbrock", rosenbrock, [-1.2, 1], [1, 1], 110],
  ["beale", beale, [1, 1], [3, 0.5], 80],
  ["himmelblau", himmelblau, [0, 0], [3, 2], 110],
] as const)("it solves %s", (_name, problem, start, minimum, most) => {
  const { frames, outcome } = run(nelderMead(), problem, start, { until: ({ f }) => f < 1e-12 });
  expect(outcome).toEqual({ kind: "converged", by: "until" });
  expect(frames.length).toBeLessThan(most);
  minimum.forEach((xi, i) => {
    expect(frames.at(-1)!.x[i]).toBeCloseTo(xi, 5);
  });
});

test("f at x never rises, x is the best vertex, and the vertices are in order", () => {
  const { frames } = run(nelderMead({ edges: 0.7 }), dunes, dunes.start, { steps: 80 });
  frames.slice(1).forEach(({ f, x, state: { simplex } }, k) => {
    expect(f).toBeLessThanOrEqual(frames[k]!.f);
    expect(simplex[0]).toEqual({ x, f });
    for (let i = 1; i < simplex.length; i++)
      expect(simplex[i]!.f).toBeGreaterThanOrEqual(simplex[i - 1]!.f);
  });
});

test("on McKinnon's convex function it only contracts, and collapses where the slope is 1", () => {
  const mcKinnon: Objective = {
    dim: 2,
    value: ([x = 0, y = 0]) => (x <= 0 ? 360 : 6) * x * x + y + y * y,
    gradient: ([x = 0, y = 0]) => Float64Array.of((x <= 0 ? 720 : 12) * x, 1 + 2 * y),
  };
  const root = Math.sqrt(33);
  const edges = [
    [(1 + root) / 8, (1 - root) / 8],
    [1, 1],
  ];
  const { frames, outcome } = run(nelderMead({ edges }), mcKinnon, [0, 0], { steps: 500 });
  const moves = new Set(frames.slice(1).map(({ state }) => state.move));
  expect([...moves]).toEqual(["contract inside"]);
  expect(outcome).toMatchObject({
    kind: "stalled",
    reason:
      "the simplex has shrunk to a point: a minimum, or a place where it has collapsed. Start again from there with a larger one to tell",
  });
  expect([...frames.at(-1)!.x]).toEqual([0, 0]);
  expect(frames.at(-1)!.gradientNorm).toBe(1);
  expect(mcKinnon.value(Float64Array.of(0, -0.5))).toBe(-0.25);
  // The advice of its last words: another simplex from there is free again.
  const again = run(nelderMead({ edges: 0.1 }), mcKinnon, [0, 0], { steps: 500 });
  expect(again.frames.at(-1)!.f).toBeCloseTo(-0.25, 10);
});

describe("the coefficients of Gao and Han", () => {
  test("are the usual ones for one and two variables", () => {
    for (const [problem, start] of [
      [rosenbrock, [-1.2, 1]],
      [bowl([1]), [3]],
    ] as const) {
      const path = (adaptive: boolean) =>
        run(nelderMead({ adaptive }), problem, start, { steps: 60 }).frames.map(({ x }) => x);
      expect(path(true)).toEqual(path(false));
    }
  });

  test("reach Σxᵢ² < 10⁻⁸ in 16 variables with a quarter of the evaluations", () => {
    const evaluations = (adaptive: boolean) =>
      run(nelderMead({ adaptive }), sphere(16), Array(16).fill(1), {
        steps: 10_000,
        until: ({ f }) => f < 1e-8,
      }).frames.at(-1)!.calls.f;
    expect(4 * evaluations(true)).toBeLessThan(evaluations(false));
  });
});

describe("the first simplex", () => {
  const corners = (options: Parameters<typeof nelderMead>[0], x0: readonly number[]) =>
    run(
      nelderMead(options),
      valuesOnly(x0.length, () => 1),
      x0,
      {
        steps: 0,
      },
    ).frames[0]!.state.simplex.map(({ x }) => [...x]);

  test("has SciPy's edges: a twentieth of a coordinate, or 0.00025 at 0", () => {
    expect(corners({}, [-2, 0])).toEqual([
      [-2, 0],
      [-2.1, 0],
      [-2, 0.00025],
    ]);
  });

  test("has edges of a length, or those given", () => {
    expect(corners({ edges: 3 }, [1, 0])).toEqual([
      [1, 0],
      [4, 0],
      [1, 3],
    ]);
    const edges = [
      [1, 1],
      [-1, 2],
    ];
    expect(corners({ edges }, [1, 0])).toEqual([
      [1, 0],
      [2, 1],
      [0, 2],
    ]);
  });

  test("leaves frame 0 at x₀, even where another vertex is better", () => {
    const { frames } = run(nelderMead(), bowl([1]), [2], { steps: 1 });
    expect(frames[0]!.x[0]).toBe(2);
    const uphill = run(nelderMead(), bowl([1]), [-2], { steps: 1 });
    expect(uphill.frames[0]!.state.simplex[0]!.x[0]).toBe(-2);
  });
});

test("edges that are changed later change nothing", () => {
  const edges = [[1]];
  const method = nelderMead({ edges });
  edges[0]![0] = 50;
  expect(run(method, bowl([1]), [2], { steps: 0 }).frames[0]!.state.simplex[1]!.x[0]).toBe(3);
});

test("a wall of NaN is not entered", () => {
  const walled = valuesOnly(1, ([x = 0]) => x - Math.log(x));
  expect(run(nelderMead(), walled, [0.05], { steps: 200 }).frames.at(-1)!.x[0]).toBeCloseTo(1, 6);
});

test("where f falls without end, the run ends as diverged", () => {
  expect(run(nelderMead(), bowl([-1]), [1], { steps: 5000 }).outcome.kind).toBe("diverged");
});

test.each([
  [{ adaptive: 1 }, "adaptive must be true or false, got 1"],
  [{ edges: 0 }, "edges must be in (0, ∞), got 0"],
  [{ edges: "1" }, 'edges must be a number in (0, ∞), got "1"'],
  [{ edges: [[1, Number.NaN]] }, "every entry of edges must be a finite number, got NaN"],
  [{ tolerance: -1 }, "tolerance must be in [0, ∞), got -1"],
  [{ xatol: 1 }, 'there is no option "xatol". The options are adaptive, edges, tolerance'],
])("%j is refused", (options, message) => {
  expect(() => nelderMead(options as never)).toThrow(`nelderMead: ${message}`);
});

test("edges that do not fit the variables are refused when a run starts", () => {
  expect(() => run(nelderMead({ edges: [[1, 0]] }), rosenbrock, [0, 0])).toThrow(
    new RangeError(
      "nelderMead: edges must be 2 lists of 2 numbers, as many as there are variables, got lists of 2",
    ),
  );
});
