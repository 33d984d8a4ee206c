import { gauss, mulberry32, soap, symmetricEigen } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";
import { rowsOf, singularValues, times, transposed } from "./matrices.ts";

const normal = gauss(mulberry32(17));
const randomGradients = (steps: number, n: number) =>
  Array.from({ length: steps }, () => Array.from({ length: n }, normal));

/** Adam, entry by entry, written out. */
function adamPath(
  gradients: readonly (readonly number[])[],
  { alpha, beta1, beta2, epsilon }: Record<"alpha" | "beta1" | "beta2" | "epsilon", number>,
): readonly (readonly number[])[] {
  const n = gradients[0]!.length;
  let [x, m, v] = [0, 0, 0].map(() => new Array<number>(n).fill(0)) as [
    number[],
    number[],
    number[],
  ];
  return gradients.map((g, i) => {
    const k = i + 1;
    m = m.map((mj, j) => beta1 * mj + (1 - beta1) * g[j]!);
    v = v.map((vj, j) => beta2 * vj + (1 - beta2) * g[j]! ** 2);
    x = x.map(
      (xj, j) =>
        xj - (alpha * (m[j]! / (1 - beta1 ** k))) / (Math.sqrt(v[j]! / (1 - beta2 ** k)) + epsilon),
    );
    return x;
  });
}

test("where the gradients are diagonal it is Adam", () => {
  const [alpha, beta1, beta2, epsilon] = [0.1, 0.8, 0.9, 1e-8];
  const diagonals = randomGradients(25, 3).map(([p = 0, q = 0, r = 0]) => [9 * p, 3 * q, r]);
  const expected = adamPath(diagonals, { alpha, beta1, beta2, epsilon });
  const states = statesFor(
    soap({ learningRate: alpha, beta1, beta2, epsilon, shape: [3, 3], period: 4 }),
    diagonals.map(([p = 0, q = 0, r = 0]) => [p, 0, 0, 0, q, 0, 0, 0, r]),
  );
  expected.forEach((x, i) => {
    const [p, q, r] = x as [number, number, number];
    [p, 0, 0, 0, q, 0, 0, 0, r].forEach((xi, e) => {
      expect(states[i + 1]!.x[e]).toBeCloseTo(xi, 6);
    });
  });
});

describe.each([
  [3, 3],
  [2, 4],
  [5, 2],
])("for a %d × %d matrix", (rows, columns) => {
  const shape = [rows, columns] as const;
  const gradients = randomGradients(12, rows * columns);

  test("the first step is α U Vᵀ: all its singular values are α", () => {
    const [, first] = statesFor(soap({ learningRate: 0.1, shape }), gradients);
    for (const value of singularValues(first!.x, rows)) expect(value).toBeCloseTo(0.1, 6);
  });

  test("between two renewals the bases stay, and the step is Adam's in them", () => {
    const [alpha, beta1, beta2, epsilon] = [0.1, 0.8, 0.9, 1e-8];
    const states = statesFor(
      soap({ learningRate: alpha, beta1, beta2, epsilon, shape, period: 100 }),
      gradients,
    );
    const { P, Q } = states[1]!;
    expect([states.at(-1)!.P, states.at(-1)!.Q]).toEqual([P, Q]);
    const turn = (G: ArrayLike<number>) =>
      times(times(P!, Float64Array.from(G), rows), transposed(Q!, columns), columns);
    const expected = adamPath(
      gradients.map((G) => [...turn(G)]),
      { alpha, beta1, beta2, epsilon },
    );
    expected.forEach((x, i) => {
      turn(states[i + 1]!.x).forEach((xi, e) => {
        expect(xi).toBeCloseTo(x[e]!, 6);
      });
    });
  });

  test("the axes stay orthonormal, and on a repeated gradient remain its singular vectors", () => {
    const same = Array.from({ length: 9 }, () => gradients[0]!);
    for (const list of [gradients, same]) {
      const states = statesFor(soap({ shape, period: 1 }), list);
      for (const { P, Q } of states.slice(1))
        for (const [axes, n] of [
          [P!, rows],
          [Q!, columns],
        ] as const)
          times(axes, transposed(axes, n), n).forEach((entry, e) => {
            expect(entry).toBeCloseTo(e % (n + 1) === 0 ? 1 : 0, 12);
          });
    }
    const { P, L } = statesFor(soap({ shape, period: 1 }), same).at(-1)!;
    const turned = times(times(P!, L!, rows), transposed(P!, rows), rows);
    turned.forEach((entry, e) => {
      if (e % (rows + 1) !== 0) expect(entry).toBeCloseTo(0, 7);
    });
  });

  test("renewals bring the axes towards the eigenvectors of L", () => {
    const many = Array.from({ length: 200 }, (_, k) => gradients[k % 12]!);
    const { P, L } = statesFor(soap({ shape, period: 1, beta2: 0.995 }), many).at(-1)!;
    const { values } = symmetricEigen(rowsOf(L!, rows));
    const turned = times(times(P!, L!, rows), transposed(P!, rows), rows);
    let [outside, all] = [0, 0];
    turned.forEach((entry, e) => {
      all += entry ** 2;
      if (e % (rows + 1) !== 0) outside += entry ** 2;
    });
    expect(outside).toBeLessThan(0.01 * all);
    const diagonal = Array.from({ length: rows }, (_, i) => turned[i * (rows + 1)]!);
    expect(Math.max(...diagonal) / values.at(-1)!).toBeCloseTo(1, 2);
  });
});

test("gradients of 0 move nothing, and keep the axes", () => {
  const zeros = [0, 0, 0, 0];
  const states = statesFor(soap({ shape: [2, 2], period: 1 }), [zeros, zeros, [1, 2, 3, 4], zeros]);
  expect([...states[2]!.x]).toEqual([0, 0, 0, 0]);
  expect(states[4]!.x.every(Number.isFinite)).toBe(true);
});

test("decay is decoupled", () => {
  const method = soap({ learningRate: 0.5, weightDecay: 0.25 });
  expect([...statesFor(method, [[0, 0]], [8, 4])[1]!.x]).toEqual([7, 3.5]);
});

test("its defaults: rate 0.003, β 0.95, ε 1e-8, period 10, no decay", () => {
  const named = { learningRate: 0.003, beta1: 0.95, beta2: 0.95, epsilon: 1e-8, period: 10 };
  const gradients = randomGradients(12, 4);
  expect(statesFor(soap(), gradients)).toEqual(
    statesFor(soap({ ...named, weightDecay: 0, shape: [4, 1] }), gradients),
  );
});

test.each([
  [{ beta1: 1 }, RangeError, "soap: beta1 must be in [0, 1), got 1"],
  [{ beta2: 1 }, RangeError, "soap: beta2 must be in [0, 1), got 1"],
  [{ epsilon: 0 }, RangeError, "soap: epsilon must be in (0, ∞), got 0"],
  [{ period: 0 }, RangeError, "soap: period must be a whole number, 1 or more, got 0"],
  [{ weightDecay: -1 }, RangeError, "soap: weightDecay must be in [0, ∞), got -1"],
  [{ shape: 2 }, TypeError, "soap: shape must be [rows, columns], got 2"],
  [
    { frequency: 1 },
    TypeError,
    'soap: there is no option "frequency". The options are shape, learningRate, beta1, beta2, epsilon, period, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => soap(options as never)).toThrow(new kind(message));
});
