import { defineProblem, type Problem } from "./problem.ts";

/** One turn of the helix climbs by 10. */
const PITCH = 10;
const TURN = 2 * Math.PI;

/**
 * The helical valley of Fletcher and Powell: a valley winding around the third axis.
 * f(x) = 100 (x₃ − 10θ)² + 100 (r − 1)² + x₃² with r = √(x₁² + x₂²) and θ the angle of
 * (x₁, x₂) in turns, −¼ < θ < ¾.
 *
 * θ = arctan(x₂/x₁)/2π, plus ½ where x₁ < 0. It jumps by a turn where x₁ = 0 and x₂ < 0.
 *
 * Source: Moré, Garbow & Hillstrom 1981, problem 7.
 */
export const helicalValley: Problem = defineProblem({
  id: "helicalValley",
  title: "Helical valley",
  formula:
    "f(x)=100\\,(x_3-10\\,\\theta)^2+100\\left(\\sqrt{x_1^2+x_2^2}-1\\right)^2+x_3^2,\\quad\\theta=\\tfrac1{2\\pi}\\arctan\\tfrac{x_2}{x_1}+\\tfrac12[x_1<0]",
  dim: 3,
  value: ([x = 0, y = 0, z = 0]) =>
    100 * (z - PITCH * turns(x, y)) ** 2 + 100 * (Math.sqrt(x * x + y * y) - 1) ** 2 + z * z,
  gradientInto([x = 0, y = 0, z = 0], out) {
    const squared = x * x + y * y;
    const r = Math.sqrt(squared);
    const above = 200 * (z - PITCH * turns(x, y));
    const around = (above * PITCH) / (TURN * squared);
    const outward = (200 * (r - 1)) / r;
    out[0] = around * y + outward * x;
    out[1] = -around * x + outward * y;
    out[2] = above + 2 * z;
  },
  hessian([x = 0, y = 0, z = 0]) {
    const squared = x * x + y * y;
    const cubed = squared * Math.sqrt(squared);
    const above = z - PITCH * turns(x, y);
    // First and second derivatives of z − 10θ.
    const [ax, ay] = [(PITCH * y) / (TURN * squared), (-PITCH * x) / (TURN * squared)];
    const bend = (PITCH * above) / (TURN * squared * squared);
    const [axx, axy] = [-2 * x * y * bend, (x * x - y * y) * bend];
    const xx = 200 * (ax * ax + axx + 1 - (y * y) / cubed);
    const xy = 200 * (ax * ay + axy + (x * y) / cubed);
    const yy = 200 * (ay * ay - axx + 1 - (x * x) / cubed);
    return [
      Float64Array.of(xx, xy, 200 * ax),
      Float64Array.of(xy, yy, 200 * ay),
      Float64Array.of(200 * ax, 200 * ay, 202),
    ];
  },
  start: [-1, 0, 0],
  criticalPoints: [{ x: [1, 0, 0], kind: "minimum", f: 0 }],
  convex: false,
});

/** The angle of (x, y) in turns, from −¼ to ¾. */
function turns(x: number, y: number): number {
  return Math.atan(y / x) / TURN + (x < 0 ? 0.5 : 0);
}
