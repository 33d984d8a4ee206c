import type { Differentiable, Variable } from "@downhill/optim";
import {
  beale,
  booth,
  bowl,
  box3d,
  brownBadlyScaled,
  chainedRosenbrock,
  doubleWell1d,
  dunes,
  freudensteinRoth,
  helicalValley,
  himmelblau,
  mccormick,
  monkeySaddle,
  type Problem,
  penaltyI,
  powellSingular,
  rosenbrock,
  saddle,
  saddleB,
  sixHumpCamel,
  styblinskiTang,
  trigonometric,
  variablyDimensioned,
  wood,
} from "@downhill/optim/problems";

const sum = (terms: readonly Variable[]) => terms.reduce((total, term) => total.plus(term));

/** (1 − x)² + 100 (y − x²)², the valley that three problems are made of. */
const valley: Differentiable = (x, y) =>
  x.minus(1).squared().plus(y.minus(x.squared()).squared().times(100));

/** The package's problems once more, as formulas for the tape: from their docstrings. */
export const formulasOnTape: readonly (readonly [problem: Problem, formula: Differentiable])[] = [
  [
    beale,
    (x, y) =>
      sum(
        [1.5, 2.25, 2.625].map((c, i) =>
          x
            .minus(x.times(y.power(i + 1)))
            .minus(c)
            .squared(),
        ),
      ),
  ],
  [
    booth,
    (x, y) => x.plus(y.times(2)).minus(7).squared().plus(x.times(2).plus(y).minus(5).squared()),
  ],
  [bowl([1, 25]), (x, y) => x.squared().plus(y.squared().times(25)).over(2)],
  [
    brownBadlyScaled,
    (x, y) => sum([x.minus(1e6).squared(), y.minus(2e-6).squared(), x.times(y).minus(2).squared()]),
  ],
  [doubleWell1d, (x) => x.power(4).minus(x.squared().times(3)).plus(x)],
  [
    dunes,
    (x, y) =>
      sum([
        x.squared().plus(y.squared()).times(0.15),
        ...[
          [1.5, 0, 2, 0.6],
          [-1.5, 0.5, 3, 0.5],
          [0.2, -1.6, 1.5, 0.4],
        ].map(([a = 0, b = 0, depth = 0, width = 0]) =>
          x.minus(a).squared().plus(y.minus(b).squared()).over(-width).exp().times(-depth),
        ),
      ]),
  ],
  [
    freudensteinRoth,
    (x, y) => {
      const a = y.times(-1).plus(5).times(y).minus(2).times(y).plus(x).minus(13);
      const b = y.plus(1).times(y).minus(14).times(y).plus(x).minus(29);
      return a.squared().plus(b.squared());
    },
  ],
  [
    himmelblau,
    (x, y) => x.squared().plus(y).minus(11).squared().plus(y.squared().plus(x).minus(7).squared()),
  ],
  [
    mccormick,
    (x, y) => sum([x.plus(y).sin(), x.minus(y).squared(), x.times(-1.5), y.times(2.5)]).plus(1),
  ],
  [monkeySaddle, (x, y) => x.power(3).minus(x.times(y).times(y).times(3))],
  [rosenbrock, valley],
  [saddle, (x, y) => x.squared().minus(y.squared())],
  [saddleB, (x, y) => x.squared().over(2).plus(y.power(4).over(4)).minus(y.squared().over(2))],
  [
    sixHumpCamel,
    (x, y) =>
      sum([
        x.squared().times(4),
        x.power(4).times(-2.1),
        x.power(6).over(3),
        x.times(y),
        y.squared().times(-4),
        y.power(4).times(4),
      ]),
  ],
  // More than two variables.
  [
    box3d,
    (x, y, z) =>
      sum(
        Array.from({ length: 10 }, (_, i) => {
          const t = 0.1 * (i + 1);
          const target = Math.exp(-t) - Math.exp(-10 * t);
          return x.times(-t).exp().minus(y.times(-t).exp()).minus(z.times(target)).squared();
        }),
      ),
  ],
  [chainedRosenbrock(6), (...x) => sum(x.slice(1).map((next, i) => valley(x[i]!, next)))],
  [
    helicalValley,
    (x, y, z) => {
      const ratio = y.over(x);
      const turns = ratio
        .through(
          Math.atan(ratio.value),
          1 / (1 + ratio.value ** 2),
          (-2 * ratio.value) / (1 + ratio.value ** 2) ** 2,
        )
        .over(2 * Math.PI)
        .plus(x.value < 0 ? 0.5 : 0);
      const r = x.squared().plus(y.squared()).sqrt();
      return sum([
        z.minus(turns.times(10)).squared().times(100),
        r.minus(1).squared().times(100),
        z.squared(),
      ]);
    },
  ],
  [
    penaltyI(4),
    (...x) =>
      sum(x.map((xi) => xi.minus(1).squared()))
        .times(1e-5)
        .plus(
          sum(x.map((xi) => xi.squared()))
            .minus(0.25)
            .squared(),
        ),
  ],
  [
    powellSingular,
    (a, b, c, d) =>
      sum([
        a.plus(b.times(10)).squared(),
        c.minus(d).squared().times(5),
        b.minus(c.times(2)).power(4),
        a.minus(d).power(4).times(10),
      ]),
  ],
  [
    styblinskiTang(3),
    (...x) => sum(x.map((t) => t.power(4).minus(t.squared().times(16)).plus(t.times(5)))).over(2),
  ],
  [
    trigonometric(5),
    (...x) => {
      const cosines = sum(x.map((xj) => xj.cos()));
      return sum(
        x.map((xi, i) =>
          xi
            .cos()
            .times(-1)
            .plus(1)
            .times(i + 1)
            .minus(xi.sin())
            .minus(cosines)
            .plus(x.length)
            .squared(),
        ),
      );
    },
  ],
  [
    variablyDimensioned(4),
    (...x) => {
      const s = sum(x.map((xj, j) => xj.minus(1).times(j + 1)));
      return sum([...x.map((xi) => xi.minus(1).squared()), s.squared(), s.power(4)]);
    },
  ],
  [
    wood,
    (a, b, c, d) =>
      sum([
        valley(a, b),
        d.minus(c.squared()).squared().times(90),
        c.minus(1).squared(),
        b.plus(d).minus(2).squared().times(10),
        b.minus(d).squared().times(0.1),
      ]),
  ],
];
