import {
  agree,
  type Check,
  callsOf,
  type Draw,
  drawBetween,
  drawList,
  words,
  wordsApart,
} from "#src/grading/property.ts";

type Case = readonly [lambdas: number[], x0: number[], lr: number, steps: number];
interface Got {
  readonly path: readonly (readonly number[])[];
  readonly startIsCopy: boolean;
}

/** Curvatures from 0.5 to 4 and a rate below 1/L, so that every run comes down. */
function draw(case_: Draw): Case {
  const x0 = drawList(case_).map((entry) => entry || 1);
  const lambdas = x0.map(() => drawBetween(case_, 0.5, 4));
  const lr = drawBetween(case_, 0, 1 / Math.max(...lambdas));
  return [lambdas, x0, lr, Math.ceil(case_.size / 2)];
}

const { call, ask: descend } = callsOf<Case, Partial<Got>>("tryDescent");
const value = ([lambdas]: Case, x: readonly number[]) =>
  x.reduce((sum, entry, i) => sum + (lambdas[i]! * entry ** 2) / 2, 0);

export const check: Check = {
  name: "tryDescent",
  probe: draw,
  properties: [
    {
      claim: "The path has steps + 1 points, each as long as x0.",
      test(subject, case_) {
        const args = draw(case_);
        const { path } = descend(subject, args) ?? {};
        const good =
          Array.isArray(path) &&
          path.length === args[3] + 1 &&
          path.every((point) => Array.isArray(point) && point.length === args[1].length);
        return good ? undefined : `${call(args)}: the path is ${words(path)}`;
      },
    },
    {
      claim: "It starts with a copy of x0, not with x0 itself.",
      test(subject, case_) {
        const args = draw(case_);
        const { path = [], startIsCopy } = descend(subject, args);
        if (!agree(path[0], args[1])) return `${call(args)}: the path starts at ${words(path[0])}`;
        return startIsCopy ? undefined : `${call(args)}: the first point is x0 itself`;
      },
    },
    {
      claim: "On a bowl each coordinate is multiplied by 1 − ηλ at every step, to 1e-12.",
      test(subject, case_) {
        const args = draw(case_);
        const [lambdas, x0, lr] = args;
        const { path = [] } = descend(subject, args);
        for (const [t, point] of path.entries()) {
          const wanted = x0.map((entry, i) => entry * (1 - lr * lambdas[i]!) ** t);
          const off = wanted.some(
            (entry, i) => !(Math.abs(entry - point[i]!) <= 1e-12 * Math.max(1, Math.abs(x0[i]!))),
          );
          if (!off) continue;
          const said = wordsApart(wanted, point);
          return `${call(args)}: point ${t} should be ${said.expected}, got ${said.actual}`;
        }
        return undefined;
      },
    },
    {
      claim: "With η below 1/L the value never rises.",
      test(subject, case_) {
        const args = draw(case_);
        const values = (descend(subject, args).path ?? []).map((point) => value(args, point));
        const rise = values.findIndex((f, t) => t > 0 && f > values[t - 1]!);
        return rise < 0 ? undefined : `${call(args)}: the value rises in step ${rise}`;
      },
    },
    {
      claim: "It leaves x0 as it was.",
      test(subject, case_) {
        const args = structuredClone(draw(case_));
        const before = [...args[1]];
        subject(...args);
        return agree(before, args[1])
          ? undefined
          : `x0 was ${words(before)} and is ${words(args[1])} after the call`;
      },
    },
  ],
};
