import {
  clipGradient,
  createOracle,
  gradientDescent,
  iterate,
  minimize,
  momentum,
  noisy,
  type Objective,
  run,
  type Vec,
} from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { describe, expect, test, vi } from "vitest";

const ravine = bowl([1, 25]);
const method = momentum({ learningRate: 0.02 });
const start = [-4, 1];

/** The ravine without its extras, and with something else in place of a part. */
const withPart = (part: Record<string, unknown>): Objective =>
  ({ dim: 2, value: ravine.value, gradient: ravine.gradient, ...part }) as Objective;

const drivers: readonly (readonly [name: string, drive: (objective: Objective) => unknown])[] = [
  ["run", (objective) => run(method, objective, start, { steps: 5 })],
  ["iterate", (objective) => [...iterate(method, objective, start, { steps: 5 })]],
  ["minimize", (objective) => minimize(method, objective, start, { steps: 5 })],
  [
    "minimize by pure steps",
    (objective) => {
      const { inPlace: _, ...pure } = method;
      return minimize(pure, objective, start, { steps: 5 });
    },
  ],
  [
    "minimize with noise",
    (objective) => minimize(method, noisy(objective, { sigma: 0, seed: 1 }), start, { steps: 5 }),
  ],
  [
    "minimize around a wrapper",
    (objective) => minimize(clipGradient(method, { norm: 1 }), objective, start, { steps: 5 }),
  ],
  [
    "a sample of a stochastic objective",
    (objective) => run(method, { ...ravine, at: () => objective }, start, { steps: 5 }),
  ],
];

describe.each(drivers)("%s names what is wrong with an answer, and what to do", (name, drive) => {
  test.each([
    [
      () => undefined,
      TypeError,
      "objective: gradient(x) must return a Float64Array of 2 numbers, got undefined. Return it at the end of gradient",
    ],
    [
      () => "1, 25",
      TypeError,
      'objective: gradient(x) must return a Float64Array of 2 numbers, got "1, 25"',
    ],
    [() => 3, TypeError, "objective: gradient(x) must return a Float64Array of 2 numbers, got 3"],
    [
      () => null,
      TypeError,
      "objective: gradient(x) must return a Float64Array of 2 numbers, got null",
    ],
    [
      async (x: Vec) => ravine.gradient(x),
      TypeError,
      "objective: gradient(x) must return a Float64Array of 2 numbers, got a promise. Leave out async in gradient",
    ],
    [
      () => Float64Array.of(1, 2, 3),
      RangeError,
      "objective: gradient(x) must return 2 numbers, as many as x has coordinates, got 3",
    ],
    [
      () => Float64Array.of(1),
      RangeError,
      "objective: gradient(x) must return 2 numbers, as many as x has coordinates, got 1",
    ],
    [
      () => [],
      RangeError,
      "objective: gradient(x) must return 2 numbers, as many as x has coordinates, got 0",
    ],
    [
      () => [1, "25"],
      TypeError,
      'objective: gradient(x) must return numbers only, got "25" at index 1',
    ],
    [
      () => new Array(2),
      TypeError,
      "objective: gradient(x) must return numbers only, got undefined at index 0",
    ],
  ])("gradient: %s", (gradient, kind, message) => {
    expect(() => drive(withPart({ gradient }))).toThrow(new kind(message));
  });

  if (name !== "a sample of a stochastic objective")
    test.each([
      [
        () => undefined,
        "objective: value(x) must return a number, got undefined. Return it at the end of value",
      ],
      [() => "20.5", 'objective: value(x) must return a number, got "20.5"'],
      [() => [20.5], "objective: value(x) must return a number, got a list"],
      [() => 20n, "objective: value(x) must return a number, got 20"],
      [
        async () => 20.5,
        "objective: value(x) must return a number, got a promise. Leave out async in value",
      ],
    ])("value: %s", (value, message) => {
      expect(() => drive(withPart({ value }))).toThrow(new TypeError(message));
    });

  test("a gradient as a plain array of numbers is as good as a Float64Array", () => {
    const gradient = (x: Vec) => Array.from(ravine.gradient(x));
    expect(drive(withPart({ gradient }))).toEqual(drive(withPart({})));
  });
});

describe.each([
  ["run", run],
  ["minimize", minimize],
] as const)("%s names what is no objective", (_name, drive) => {
  test.each([
    [
      undefined,
      TypeError,
      "objective: an objective is an object { dim, value, gradient }, got undefined",
    ],
    [
      ravine.value,
      TypeError,
      "objective: an objective is an object { dim, value, gradient }, got a function",
    ],
    [
      { value: ravine.value, gradient: ravine.gradient },
      TypeError,
      "objective: dim must be a whole number, got undefined",
    ],
    [{ ...ravine, dim: 0 }, RangeError, "objective: dim must be a whole number, 1 or more, got 0"],
    [
      { dim: 2, value: ravine.value },
      TypeError,
      "objective: gradient must be a function of x, got undefined. An objective is { dim, value, gradient }",
    ],
    [
      { dim: 2, f: ravine.value, gradient: ravine.gradient },
      TypeError,
      "objective: value must be a function of x, got undefined. An objective is { dim, value, gradient }",
    ],
  ])("case %#", (objective, kind, message) => {
    expect(() => drive(method, objective as never, start)).toThrow(new kind(message));
  });

  test("a sample that is none is named too", () => {
    const forgetful = { ...ravine, at: () => undefined };
    expect(() => drive(method, forgetful as never, start)).toThrow(
      new TypeError(
        "objective: at(k) must return an objective, got undefined. Return it at the end of at",
      ),
    );
  });
});

describe("gradientInto", () => {
  const drive = (gradientInto: (x: Vec, out: Vec) => void, steps = 5) =>
    minimize(method, withPart({ gradientInto }), start, { steps });

  test.each([
    ["writes nothing", () => {}, 0],
    [
      "forgets an entry",
      (x: Vec, out: Vec) => {
        out[0] = x[0]!;
      },
      1,
    ],
    [
      "adds to what is there",
      (x: Vec, out: Vec) => {
        out[0] = x[0]!;
        out[1] = out[1]! + 25 * x[1]!;
      },
      1,
    ],
  ])("that %s is named at the first step", (_what, gradientInto, index) => {
    expect(() => drive(gradientInto)).toThrow(
      new TypeError(
        `objective: gradientInto(x, out) must overwrite all 2 entries of out, but out[${index}] keeps or adds to what was there. Assign out[${index}] = …, or leave gradientInto out`,
      ),
    );
  });

  test("that gives NaN itself is bad numerics and no exception", () => {
    const end = drive((_x, out) => {
      out[0] = 0;
      out[1] = Number.NaN;
    });
    expect(end.outcome).toEqual({
      kind: "diverged",
      reason: "the gradient is not finite at step 1",
      step: 1,
    });
  });

  test("is called once a step when all is well, and zeros are well", () => {
    const gradientInto = vi.fn((_x: Vec, out: Vec) => {
      out.fill(0);
    });
    drive(gradientInto, 7);
    expect(gradientInto).toHaveBeenCalledTimes(7);
  });
});

describe("second derivatives", () => {
  const x = Float64Array.of(1, 2);
  const ask = (part: Record<string, unknown>) => createOracle(withPart(part));

  test("rows and products as plain arrays are as good as Float64Arrays", () => {
    const hessian = () => [
      [1, 0],
      [0, 25],
    ];
    expect(ask({ hessian }).h(x)).toEqual([Float64Array.of(1, 0), Float64Array.of(0, 25)]);
    expect(ask({ hessian }).hv(x, x)).toEqual(Float64Array.of(1, 50));
    expect(ask({ hessianVector: () => [1, 50] }).hv(x, x)).toEqual(Float64Array.of(1, 50));
  });

  test("the methods of a class keep their this", () => {
    class Bowl implements Objective {
      readonly dim = 2;
      readonly lambdas = [1, 25];
      value(at: Vec) {
        return at.reduce((sum, xi, i) => sum + (this.lambdas[i]! * xi * xi) / 2, 0);
      }
      gradient(at: Vec) {
        return at.map((xi, i) => this.lambdas[i]! * xi);
      }
      hessianVector(_at: Vec, v: Vec) {
        return v.map((vi, i) => this.lambdas[i]! * vi);
      }
    }
    expect(createOracle(new Bowl()).hv(x, x)).toEqual(Float64Array.of(1, 50));
    const { frames } = run(gradientDescent({ learningRate: 0.02 }), new Bowl(), start, {
      steps: 9,
    });
    const plain = run(gradientDescent({ learningRate: 0.02 }), ravine, start, { steps: 9 });
    expect(frames.at(-1)!.x).toEqual(plain.frames.at(-1)!.x);
  });

  test.each([
    [
      { hessian: () => undefined },
      TypeError,
      "objective: hessian(x) must return a list of 2 rows, got undefined. Return it at the end of hessian",
    ],
    [
      { hessian: () => [[1, 0]] },
      RangeError,
      "objective: hessian(x) must return 2 rows, as many as x has coordinates, got 1",
    ],
    [
      { hessian: () => [[1, 0], [25]] },
      RangeError,
      "objective: row 1 of hessian(x) must be 2 numbers, as many as x has coordinates, got 1",
    ],
    [
      { hessian: () => [1, 25] },
      TypeError,
      "objective: row 0 of hessian(x) must be a Float64Array of 2 numbers, got 1",
    ],
    [
      { hessianVector: () => undefined },
      TypeError,
      "objective: hessianVector(x, v) must return a Float64Array of 2 numbers, got undefined. Return it at the end of hessianVector",
    ],
  ])("case %#", (part, kind, message) => {
    expect(() => ask(part).hv(x, x)).toThrow(new kind(message));
  });
});
