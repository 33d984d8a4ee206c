import { gauss, mulberry32, shampoo } from "@downhill/optim";
import { describe, expect, test } from "vitest";
import { statesFor } from "./gradient-sequence.ts";
import { matrix, rowsOf, singularValues, times, transposed } from "./matrices.ts";

const normal = gauss(mulberry32(3));
const randomGradients = (steps: number, n: number) =>
  Array.from({ length: steps }, () => Array.from({ length: n }, normal));

test("of two entries it is AdaGrad with a full matrix, H^{−1/2} in closed form", () => {
  const [alpha, epsilon] = [0.1, 0.01];
  const gradients = randomGradients(10, 2);
  const states = statesFor(shampoo({ learningRate: alpha, epsilon }), gradients);
  let [a, b, c] = [epsilon, 0, epsilon];
  gradients.forEach(([p = 0, q = 0], i) => {
    [a, b, c] = [a + p * p, b + p * q, c + q * q];
    // √H = (H + √det I)/t with t = √(tr + 2√det); its inverse by the adjugate, det √H = √det H.
    const root = Math.sqrt(a * c - b * b);
    const t = Math.sqrt(a + c + 2 * root);
    const inverse = [
      [(c + root) / t / root, -b / t / root],
      [-b / t / root, (a + root) / t / root],
    ] as const;
    inverse.forEach((row, j) => {
      const step = alpha * (row[0] * p + row[1] * q);
      expect(states[i + 1]!.x[j]).toBeCloseTo(states[i]!.x[j]! - step, 12);
    });
  });
});

test("of one entry, and of a diagonal matrix, it is AdaGrad: αg/√(ε + Σ g²)", () => {
  const [alpha, epsilon] = [0.1, 0.01];
  const diagonals = randomGradients(8, 3);
  const square = diagonals.map(([p = 0, q = 0, r = 0]) => [p, 0, 0, 0, q, 0, 0, 0, r]);
  const wide = diagonals.map(([p = 0, q = 0]) => [p, 0, 0, 0, q, 0]);
  const sums = [epsilon, epsilon, epsilon];
  const x = [0, 0, 0];
  const ends = {
    one: statesFor(
      shampoo({ learningRate: alpha, epsilon }),
      diagonals.map(([p = 0]) => [p]),
    ),
    square: statesFor(shampoo({ learningRate: alpha, epsilon, shape: [3, 3] }), square),
    wide: statesFor(shampoo({ learningRate: alpha, epsilon, shape: [2, 3] }), wide),
  };
  diagonals.forEach((g, k) => {
    g.forEach((gi, i) => {
      sums[i] = sums[i]! + gi * gi;
      x[i] = x[i]! - (alpha * gi) / Math.sqrt(sums[i]!);
    });
    expect(ends.one[k + 1]!.x[0]).toBeCloseTo(x[0]!, 13);
    const full = [x[0]!, 0, 0, 0, x[1]!, 0, 0, 0, x[2]!];
    full.forEach((xi, i) => {
      expect(ends.square[k + 1]!.x[i]).toBeCloseTo(xi, 12);
    });
    [x[0]!, 0, 0, 0, x[1]!, 0].forEach((xi, i) => {
      expect(ends.wide[k + 1]!.x[i]).toBeCloseTo(xi, 12);
    });
  });
});

describe.each([
  [3, 3],
  [2, 4],
  [5, 2],
])("for a %d × %d matrix", (rows, columns) => {
  const shape = [rows, columns] as const;
  const gradients = randomGradients(6, rows * columns);

  test("L and R are εI plus the sums of G Gᵀ and Gᵀ G", () => {
    const { L, R } = statesFor(shampoo({ learningRate: 0.1, epsilon: 0.5, shape }), gradients).at(
      -1,
    )!;
    const sum = (n: number, of: (G: Float64Array) => Float64Array) =>
      gradients.reduce(
        (S, G) => of(Float64Array.from(G)).map((entry, e) => S[e]! + entry),
        Float64Array.from({ length: n * n }, (_, e) => (e % (n + 1) === 0 ? 0.5 : 0)),
      );
    sum(rows, (G) => times(G, transposed(G, rows), columns)).forEach((entry, e) => {
      expect(L![e]).toBeCloseTo(entry, 13);
    });
    sum(columns, (G) => times(transposed(G, rows), G, rows)).forEach((entry, e) => {
      expect(R![e]).toBeCloseTo(entry, 13);
    });
  });

  test("the first step has singular values ασ/√(σ² + ε): nearly orthogonal, as Muon's", () => {
    const [G] = gradients;
    const [alpha, epsilon] = [0.1, 0.04];
    const [, first] = statesFor(shampoo({ learningRate: alpha, epsilon, shape }), [G!]);
    const expected = singularValues(Float64Array.from(G!), rows).map(
      (sigma) => (alpha * sigma) / Math.sqrt(sigma ** 2 + epsilon),
    );
    singularValues(first!.x, rows).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 12);
    });
  });

  test("turning the rows of all gradients turns the path", () => {
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const turn = (M: ArrayLike<number>) => {
      const [first, second, ...rest] = rowsOf(Float64Array.from(M), rows);
      return matrix([
        [...first!].map((entry, j) => c * entry - s * second![j]!),
        [...first!].map((entry, j) => s * entry + c * second![j]!),
        ...rest.map((row) => [...row]),
      ]);
    };
    const method = shampoo({ learningRate: 0.1, shape });
    const straight = statesFor(method, gradients);
    const turned = statesFor(
      method,
      gradients.map((G) => [...turn(G)]),
    );
    straight.forEach(({ x }, k) => {
      turn(x).forEach((xi, i) => {
        expect(turned[k]!.x[i]).toBeCloseTo(xi, 10);
      });
    });
  });
});

test("a row is treated as a column is, and has only R", () => {
  const gradients = randomGradients(5, 3);
  const column = statesFor(shampoo({ learningRate: 0.1 }), gradients);
  const row = statesFor(shampoo({ learningRate: 0.1, shape: [1, 3] }), gradients);
  row.forEach((state, k) => {
    expect(Object.keys(state)).not.toContain("L");
    expect(Object.keys(column[k]!)).not.toContain("R");
    state.x.forEach((xi, i) => {
      expect(xi).toBeCloseTo(column[k]!.x[i]!, 13);
    });
  });
});

test("a gradient of 0 moves nothing, and one of 1e-300 as little as ε says", () => {
  expect([...statesFor(shampoo({ learningRate: 1 }), [[0, 0]])[1]!.x]).toEqual([0, 0]);
  const [, tiny] = statesFor(shampoo({ learningRate: 1, epsilon: 1e-4 }), [[1e-300, 0]]);
  expect(tiny!.x[0]! / -1e-298).toBeCloseTo(1, 12);
});

test("the default ε is 0.0001", () => {
  const gradients = randomGradients(2, 2);
  expect(statesFor(shampoo({ learningRate: 1 }), gradients)).toEqual(
    statesFor(shampoo({ learningRate: 1, epsilon: 1e-4 }), gradients),
  );
});

test.each([
  [{ epsilon: 0 }, RangeError, "shampoo: epsilon must be in (0, ∞), got 0"],
  [{ shape: "2x2" }, TypeError, 'shampoo: shape must be [rows, columns], got "2x2"'],
  [
    { beta: 1 },
    TypeError,
    'shampoo: there is no option "beta". The options are shape, learningRate, epsilon, weightDecay, maximize',
  ],
])("bad options %o are named", (options, kind, message) => {
  expect(() => shampoo({ learningRate: 1, ...options } as never)).toThrow(new kind(message));
});

test("a shape that does not fit x is named at the start", () => {
  expect(() => statesFor(shampoo({ learningRate: 1, shape: [2, 2] }), [[1, 2]])).toThrow(
    new RangeError("shampoo: shape [2, 2] has 4 entries, but x has 2"),
  );
});
