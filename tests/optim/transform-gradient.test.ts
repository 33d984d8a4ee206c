import {
  createOracle,
  descend,
  type GradientTransform,
  gradientDescent,
  type Method,
  momentum,
  nesterov,
  run,
  type State,
  steepestDescent,
  transformGradient,
  type Vec,
} from "@downhill/optim";
import { bowl } from "@downhill/optim/problems";
import { describe, expect, test } from "vitest";

const ravine = bowl([1, 25]);
/** Twice the gradient: the gradient of 2f, which says nothing of f. */
const doubled: GradientTransform = {
  name: "doubled",
  gradientInto(slope, x, out) {
    slope(x, out);
    out.forEach((g, i) => {
      out[i] = 2 * g;
    });
  },
};
/** A wind that grows with k: added slopes of (k, 0), and so the linear function k x₁. */
const wind: GradientTransform = {
  name: "wind",
  gradientInto(slope, x, out, k) {
    slope(x, out);
    out[0] = out[0]! + k;
  },
  added: (x, k) => k * x[0]!,
};

test("the method sees the new gradient wherever it looks, and its state stays its own", () => {
  for (const make of [gradientDescent, momentum, nesterov]) {
    const ours = run(transformGradient(make({ learningRate: 0.01 }), doubled), ravine, [-4, 1], {
      steps: 20,
    });
    const steep = run(make({ learningRate: 0.01 }), bowl([2, 50]), [-4, 1], { steps: 20 });
    expect(ours.frames.map(({ state }) => state)).toEqual(steep.frames.map(({ state }) => state));
  }
});

test("frames show the true f and gradient", () => {
  const { frames } = run(
    transformGradient(gradientDescent({ learningRate: 0.01 }), doubled),
    ravine,
    [-4, 1],
    { steps: 1 },
  );
  expect([frames[0]!.f, frames[0]!.gradientMax]).toEqual([20.5, 25]);
});

test("the transformation knows the number of the step", () => {
  const method = transformGradient(gradientDescent({ learningRate: 1 }), wind);
  const flat = bowl([0]);
  expect(run(method, flat, [0], { steps: 3 }).frames.map(({ x }) => x[0])).toEqual([0, -1, -3, -6]);
});

test("an objective without gradientInto will do, in place too", () => {
  const { gradientInto: _, ...plain } = ravine;
  const method = transformGradient(gradientDescent({ learningRate: 0.01 }), doubled);
  const work = method.inPlace!(Float64Array.of(-4, 1));
  work.advance(plain, 1);
  expect(work.x).toEqual(run(method, ravine, [-4, 1], { steps: 1 }).frames[1]!.x);
  expect(work.stepLength).toBe(0.01);
});

describe("around one another the innermost is the last to change the gradient", () => {
  test("doubled(wind): the method sees 2(g) and then + k", () => {
    const inner = transformGradient(gradientDescent({ learningRate: 1 }), wind);
    const method = transformGradient(inner, doubled);
    expect(method.name).toBe("doubled(wind(gradientDescent))");
    expect(run(method, bowl([1]), [4], { steps: 1 }).frames[1]!.x[0]).toBe(4 - (2 * 4 + 1));
  });
});

describe("a method that looks at more than gradients", () => {
  /** Reports what the oracle says at x. */
  const curious = (order: 0 | 1 | 2, heard: unknown[]): Method<State> => ({
    name: "curious",
    order,
    init: (oracle, x) => {
      heard.push(oracle.g(x));
      return { k: 0, x };
    },
    step(oracle, { k, x }) {
      heard.push(oracle.f(x), oracle.g(x), oracle.dim, oracle.calls.g);
      if (order === 2) heard.push(oracle.h(x), oracle.hv(x, Float64Array.of(1, 1)));
      return { k: k + 1, x };
    },
  });

  test("sees f with the added function, and the Hessian as it is", () => {
    const heard: unknown[] = [];
    const method = transformGradient(curious(2, heard), wind);
    const oracle = createOracle(ravine);
    const x: Vec = Float64Array.of(-4, 1);
    method.step(oracle, method.step(oracle, method.init(oracle, x)));
    const hessian = ravine.hessian(x);
    const seen = (k: number) => [
      20.5 - 4 * k,
      Float64Array.of(-4 + k, 25),
      2,
      1,
      hessian,
      Float64Array.of(1, 25),
    ];
    expect(heard).toEqual([Float64Array.of(-3, 25), ...seen(1), ...seen(2)]);
  });

  test("is refused at its first step where there is no such function", () => {
    const backtracking = { name: "search", search: ({ f }: { f(x: Vec): number }, x: Vec) => f(x) };
    const method = transformGradient(descend(steepestDescent, backtracking), doubled);
    expect(() => run(method, ravine, [-4, 1])).toThrow(
      new TypeError(
        "doubled: steepestDescent asks for f(x), but these gradients are the slopes of no function. Use a learning rate in place of its line search",
      ),
    );
    expect(() =>
      run(transformGradient(descend(steepestDescent, backtracking), wind), ravine, [4, 1], {
        steps: 1,
      }),
    ).not.toThrow();
  });

  test("also in place", () => {
    const asking: Method<State> = {
      ...curious(1, []),
      inPlace: (x) => ({
        x,
        advance(objective) {
          x[0] = objective.value(x);
          x[1] = objective.gradient(x)[1]!;
          return undefined;
        },
      }),
    };
    const work = transformGradient(asking, wind).inPlace!(Float64Array.of(-4, 1));
    work.advance(ravine, 2);
    expect([...work.x]).toEqual([12.5, 25]);
    const refused = transformGradient(asking, doubled).inPlace!(Float64Array.of(-4, 1));
    expect(() => refused.advance(ravine, 1)).toThrow("doubled: curious asks for f(x)");
  });

  test("of order 2 is refused at once where there is no such function, of order 0 always", () => {
    expect(() => transformGradient(curious(2, []), doubled)).toThrow(
      new RangeError(
        "doubled: curious asks for second derivatives, which would be those of another function. Put doubled around a method of order 1",
      ),
    );
    for (const transform of [doubled, wind])
      expect(() => transformGradient(curious(0, []), transform)).toThrow(
        new RangeError(`${transform.name}: curious asks for no gradient, so that nothing changes`),
      );
  });
});

test("what is no method is named", () => {
  expect(() => transformGradient("adam" as never, doubled)).toThrow(
    new TypeError(
      'doubled: method must be a method such as gradientDescent({ learningRate: 0.1 }), got "adam"',
    ),
  );
});
