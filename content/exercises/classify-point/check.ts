import { type Check, type Draw, drawBetween, type Subject, words } from "#src/grading/property.ts";

type Arguments = readonly [a: number, b: number, c: number, tol?: number];

/** The matrix with these two eigenvalues, its first eigenvector turned by an angle from the first axis. */
function turned(first: number, second: number, angle: number): [number, number, number] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c * c * first + s * s * second, c * s * (first - second), s * s * first + c * c * second];
}

/** Sizes from 1 to 13: none is near the tolerance times another. */
const drawSizes = ({ random, size }: Draw) => [1 + random() * size, 1 + random() * size] as const;
const drawAngle = ({ random }: Draw) => 2 * Math.PI * random();
/** A positive factor from 1e-20 to 1e20. */
const drawFactor = ({ random }: Draw) => 10 ** (40 * random() - 20);
const kinds = ["min", "max", "saddle"] as const;
const signs = { min: [1, 1], max: [-1, -1], saddle: [1, -1] } as const;

function drawKind({ random }: Draw) {
  return kinds[Math.floor(random() * kinds.length)] ?? "min";
}

/** A matrix whose kind is beyond doubt. */
function drawDecided(case_: Draw) {
  const kind = drawKind(case_);
  const [first, second] = drawSizes(case_);
  const entries = turned(signs[kind][0] * first, signs[kind][1] * second, drawAngle(case_));
  return { kind, entries };
}

/** Decided, singular and tiny matrices in turn, and such that tell the known mistakes apart. */
function draw(case_: Draw): Arguments {
  const choice = case_.random();
  const { entries } = drawDecided(case_);
  if (choice < 0.2) return turned((case_.random() < 0.5 ? -1 : 1) * case_.size, 0, 0);
  if (choice < 0.4) return entries.map((entry) => 1e-20 * entry) as [number, number, number];
  if (choice < 0.6) return [...turned(1, 0.05, drawAngle(case_)), 0.1];
  // A saddle with a diagonal of one sign.
  if (choice < 0.8) return turned(3 + case_.size, -1, Math.PI / 4);
  return entries;
}

/** The case in words when the answer is not the expected one. */
function compare(subject: Subject, args: Arguments, expected: string): string | undefined {
  const got = subject(...args);
  if (got === expected) return undefined;
  return `classify(${args.map(words).join(", ")}) should be "${expected}", got ${words(got)}`;
}

export const check: Check = {
  name: "classify",
  probe: draw,
  properties: [
    {
      claim: 'It returns "min", "max", "saddle" or "undecided", for every matrix.',
      test(subject, case_) {
        const args = draw(case_);
        const got = subject(...args);
        if ([...kinds, "undecided"].some((kind) => kind === got)) return undefined;
        return `classify(${args.map(words).join(", ")}) returned ${words(got)}`;
      },
    },
    {
      claim: "It goes by the signs of the eigenvalues, however the matrix is turned.",
      test(subject, case_) {
        const { kind, entries } = drawDecided(case_);
        return compare(subject, [1, 2, 1], "saddle") ?? compare(subject, entries, kind);
      },
    },
    {
      claim: "Turning the surface upside down swaps minimum and maximum and leaves a saddle one.",
      test(subject, case_) {
        const { kind, entries } = drawDecided(case_);
        const [a, b, c] = entries;
        const other = { min: "max", max: "min", saddle: "saddle" } as const;
        return compare(subject, [-a, -b, -c], other[kind]);
      },
    },
    {
      claim: "Multiplying the matrix by a positive number, large or tiny, changes nothing.",
      test(subject, case_) {
        const { kind, entries } = drawDecided(case_);
        const factor = drawFactor(case_);
        const [a, b, c] = entries;
        return compare(subject, [factor * a, factor * b, factor * c], kind);
      },
    },
    {
      claim: "A singular matrix is undecided, the zero matrix included.",
      test(subject, case_) {
        const value = (case_.random() < 0.5 ? -1 : 1) * (1 + case_.size * case_.random());
        return (
          compare(subject, [0, 0, 0], "undecided") ??
          compare(subject, turned(value, 0, drawAngle(case_)), "undecided")
        );
      },
    },
    {
      claim:
        "An eigenvalue counts as 0 up to `tol` times the larger size, that included, and not beyond.",
      test(subject, case_) {
        const given = case_.random() < 0.5;
        const tol = given ? 10 ** -drawBetween(case_, 1, 6) : 1e-9;
        const [large] = drawSizes(case_);
        const [first, second] = signs[drawKind(case_)];
        const [side, other] = case_.random() < 0.5 ? [first, second] : [second, first];
        const angle = drawAngle(case_);
        const args = (share: number): Arguments => {
          const entries = turned(side * large, other * share * tol * large, angle);
          return given ? [...entries, tol] : entries;
        };
        const expected = side === other ? (side > 0 ? "min" : "max") : "saddle";
        return (
          compare(subject, [1, 0, 0.25, 0.25], "undecided") ??
          compare(subject, [1, 0, -0.25, 0.25], "undecided") ??
          compare(subject, [-1, 0, 0.25, 0.25], "undecided") ??
          compare(subject, args(0.9), "undecided") ??
          compare(subject, args(1.1), expected)
        );
      },
    },
  ],
};
