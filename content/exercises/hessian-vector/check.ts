import {
  agree,
  type Check,
  type Draw,
  isFiniteList,
  type Subject,
  words,
} from "#src/grading/property.ts";

type Case = readonly [x: number[], v: number[], a: number[], b: number, c: number];
interface Got {
  readonly product: readonly number[];
  readonly calls: number;
}

/** Far above the rounding of such differences, about 1e-10, and far below a one-sided error, 1e-5. */
const TOLERANCE = 1e-7;

/** Coordinates between −2 and 2, so that rounding stays below the tolerance. */
function drawCase({ random, size }: Draw, c: number): Case {
  const length = 1 + Math.floor(size / 3);
  const entry = () => Number((4 * random() - 2).toFixed(size <= 4 ? 1 : 6));
  const entries = () => Array.from({ length }, entry);
  return [entries(), entries(), entries(), entry(), c];
}
const probe = (draw: Draw) => drawCase(draw, 1);

const call = (args: Case) => `tryHvp(${args.map(words).join(", ")})`;
const result = (subject: Subject, args: Case) => subject(...structuredClone(args)) as Partial<Got>;
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, entry, i) => sum + entry * b[i]!, 0);

/** The product by the rules of calculus. */
function exact([x, v, a, b, c]: Case): number[] {
  return x.map((xi, i) => {
    const bend = c * Math.exp(Math.sin(xi)) * (Math.cos(xi) ** 2 - Math.sin(xi));
    return (2 * a[i]! + bend) * v[i]! + b * ((v[i - 1] ?? 0) + (v[i + 1] ?? 0));
  });
}

function compare(subject: Subject, args: Case, wanted = exact(args)): string | undefined {
  const got = result(subject, args).product ?? [];
  const scale = Math.max(1, ...wanted.map(Math.abs));
  const wrong = wanted.findIndex((value, i) => !(Math.abs(value - got[i]!) <= TOLERANCE * scale));
  if (wrong < 0) return undefined;
  return `${call(args)}: entry ${wrong} should be ${wanted[wrong]!.toPrecision(9)}, got ${Number(got[wrong]).toPrecision(9)}`;
}

export const check: Check = {
  name: "tryHvp",
  probe,
  properties: [
    {
      claim: "hvp returns one finite number for each coordinate of x.",
      test(subject, draw) {
        const args = probe(draw);
        const { product } = result(subject, args) ?? {};
        const good = isFiniteList(product, args[0].length);
        return good ? undefined : `${call(args)} returned ${words(product)}`;
      },
    },
    {
      claim: "On quadratics it is the Hessian times v, to 1e-7.",
      test: (subject, draw) => compare(subject, drawCase(draw, 0)),
    },
    {
      claim: "With the terms e^(sin x) its error is below 1e-7 too.",
      test: (subject, draw) => compare(subject, probe(draw)),
    },
    {
      claim: "It calls the gradient exactly twice, whatever the number of coordinates.",
      test(subject, draw) {
        const args = probe(draw);
        const { calls } = result(subject, args);
        return calls === 2
          ? undefined
          : `${call(args)}: the gradient should be called twice, was called ${words(calls)} times`;
      },
    },
    {
      claim: "The product with zeros is zero, with −v the opposite.",
      test(subject, draw) {
        const [x, v, ...rest] = probe(draw);
        const zeros = x.map(() => 0);
        const { product = [] } = result(subject, [x, v, ...rest]);
        const minus = (entry: number) => -entry;
        return (
          compare(subject, [x, zeros, ...rest], zeros) ??
          compare(subject, [x, v.map(minus), ...rest], product.map(minus))
        );
      },
    },
    {
      claim: "It is symmetric: uᵀ(Hv) and vᵀ(Hu) are the same.",
      test(subject, draw) {
        const [x, v, ...rest] = probe(draw);
        const u = drawCase(draw, 1)[1];
        const one = dot(u, result(subject, [x, v, ...rest]).product ?? []);
        const other = dot(v, result(subject, [x, u, ...rest]).product ?? []);
        const scale = Math.max(1, Math.abs(one)) * x.length;
        return Math.abs(one - other) <= 10 * TOLERANCE * scale
          ? undefined
          : `at x = ${words(x)} with u = ${words(u)} and v = ${words(v)}: uᵀ(Hv) = ${one.toPrecision(9)}, vᵀ(Hu) = ${other.toPrecision(9)}`;
      },
    },
    {
      claim: "It leaves x and v as they were.",
      test(subject, draw) {
        const [x, v, ...rest] = probe(draw);
        const given = [[...x], [...v]] as const;
        subject(given[0], given[1], ...rest);
        return agree(given[0], x) && agree(given[1], v)
          ? undefined
          : `x was ${words(x)} and v was ${words(v)}; after the call they are ${words(given[0])} and ${words(given[1])}`;
      },
    },
  ],
};
