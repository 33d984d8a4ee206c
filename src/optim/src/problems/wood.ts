import { defineProblem, type Problem } from "./problem.ts";

/**
 * Wood's function: two of Rosenbrock's valleys, tied together, with a saddle of f = 7.88 on the
 * way from the usual start:
 * f(x) = 100(x₂ − x₁²)² + (1 − x₁)² + 90(x₄ − x₃²)² + (1 − x₃)² + 10(x₂ + x₄ − 2)² + (x₂ − x₄)²/10.
 *
 * Source: Moré, Garbow & Hillstrom 1981, problem 14.
 */
export const wood: Problem = defineProblem({
  id: "wood",
  title: "Wood",
  formula:
    "f(x)=100(x_2-x_1^2)^2+(1-x_1)^2+90(x_4-x_3^2)^2+(1-x_3)^2+10(x_2+x_4-2)^2+\\tfrac1{10}(x_2-x_4)^2",
  dim: 4,
  value: ([x1 = 0, x2 = 0, x3 = 0, x4 = 0]) =>
    100 * (x2 - x1 * x1) ** 2 +
    (1 - x1) ** 2 +
    90 * (x4 - x3 * x3) ** 2 +
    (1 - x3) ** 2 +
    10 * (x2 + x4 - 2) ** 2 +
    0.1 * (x2 - x4) ** 2,
  gradientInto([x1 = 0, x2 = 0, x3 = 0, x4 = 0], out) {
    const a = 200 * (x2 - x1 * x1);
    const b = 180 * (x4 - x3 * x3);
    const sum = 20 * (x2 + x4 - 2);
    const difference = 0.2 * (x2 - x4);
    out[0] = -2 * x1 * a - 2 * (1 - x1);
    out[1] = a + sum + difference;
    out[2] = -2 * x3 * b - 2 * (1 - x3);
    out[3] = b + sum - difference;
  },
  hessian: ([x1 = 0, x2 = 0, x3 = 0, x4 = 0]) => [
    Float64Array.of(1200 * x1 * x1 - 400 * x2 + 2, -400 * x1, 0, 0),
    Float64Array.of(-400 * x1, 220.2, 0, 19.8),
    Float64Array.of(0, 0, 1080 * x3 * x3 - 360 * x4 + 2, -360 * x3),
    Float64Array.of(0, 19.8, -360 * x3, 200.2),
  ],
  start: [-3, -1, -3, -1],
  criticalPoints: [
    { x: [1, 1, 1, 1], kind: "minimum", f: 0 },
    {
      x: [-0.967974024937593, 0.947139140817842, -0.969516310331591, 0.951247665792325],
      kind: "saddle",
      f: 7.876967165176868,
    },
    {
      x: [-0.031251023394336, 0.165971386855783, -0.031258171023264, 0.184263934696728],
      kind: "saddle",
      f: 35.09003421043583,
    },
  ],
  convex: false,
});
