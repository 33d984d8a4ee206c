import {
  agree,
  type Check,
  type Draw,
  isFiniteList,
  type Subject,
  words,
} from "#src/grading/property.ts";

type Case = readonly [x: number[], a: number[], b: number, c: number];
interface Got {
  readonly gradient: readonly number[];
  readonly calls: number;
}

/** Far above the rounding of such differences, about 1e-10, and far below a one-sided error, 1e-5. */
const TOLERANCE = 1e-8;

/** Coordinates between −2 and 2, so that rounding stays below the tolerance. */
function drawCase({ random, size }: Draw, c: number): Case {
  const length = 1 + Math.floor(size / 3);
  const entries = () =>
    Array.from({ length }, () => Number((4 * random() - 2).toFixed(size <= 4 ? 1 : 6)));
  return [entries(), entries(), entries()[0]!, c];
}
const probe = (draw: Draw) => drawCase(draw, 1);

const call = (args: Case) => `tryNumGrad(${args.map(words).join(", ")})`;
const result = (subject: Subject, args: Case) => subject(...structuredClone(args)) as Partial<Got>;

/** The gradient by the rules of calculus. */
function exact([x, a, b, c]: Case): number[] {
  return x.map(
    (xi, i) =>
      2 * a[i]! * xi +
      b * ((x[i - 1] ?? 0) + (x[i + 1] ?? 0)) +
      c * Math.cos(xi) * Math.exp(Math.sin(xi)),
  );
}

function compare(subject: Subject, args: Case): string | undefined {
  const got = result(subject, args).gradient ?? [];
  const wanted = exact(args);
  const scale = Math.max(1, ...wanted.map(Math.abs));
  const wrong = wanted.findIndex((value, i) => !(Math.abs(value - got[i]!) <= TOLERANCE * scale));
  if (wrong < 0) return undefined;
  return `${call(args)}: entry ${wrong} should be ${wanted[wrong]!.toPrecision(10)}, got ${Number(got[wrong]).toPrecision(10)}`;
}

export const check: Check = {
  name: "tryNumGrad",
  probe,
  properties: [
    {
      claim: "numGrad returns one finite number for each coordinate of x.",
      test(subject, draw) {
        const args = probe(draw);
        const { gradient } = result(subject, args) ?? {};
        const good = isFiniteList(gradient, args[0].length);
        return good ? undefined : `${call(args)} returned ${words(gradient)}`;
      },
    },
    {
      claim: "On quadratics it is exact to 1e-8.",
      test: (subject, draw) => compare(subject, drawCase(draw, 0)),
    },
    {
      claim: "With the terms e^(sin x) its error is below 1e-8 too.",
      test: (subject, draw) => compare(subject, drawCase(draw, 1)),
    },
    {
      claim: "It calls f exactly twice for each coordinate.",
      test(subject, draw) {
        const args = probe(draw);
        const { calls } = result(subject, args);
        const wanted = 2 * args[0].length;
        return calls === wanted
          ? undefined
          : `${call(args)}: f should be called ${wanted} times, was called ${words(calls)} times`;
      },
    },
    {
      claim: "It leaves x as it was.",
      test(subject, draw) {
        const [x, ...rest] = probe(draw);
        const given = [...x];
        subject(given, ...rest);
        return agree(given, x)
          ? undefined
          : `x was ${words(x)} and is ${given.join(", ")} after the call`;
      },
    },
  ],
};
