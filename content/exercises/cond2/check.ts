import {
  agree,
  type Check,
  type Draw,
  drawNumber,
  type Subject,
  words,
  wordsApart,
} from "#src/grading/property.ts";

type Entries = readonly [a: number, b: number, c: number];

/** The matrix with these two eigenvalues, its first eigenvector turned by an angle from the first axis. */
function turned(first: number, second: number, angle: number): Entries {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c * c * first + s * s * second, c * s * (first - second), s * s * first + c * c * second];
}

/** Two sizes from 1 to 13, the larger at most 13 times the smaller. */
const drawSizes = ({ random, size }: Draw) => [1 + random() * size, 1 + random() * size] as const;
const drawAngle = ({ random }: Draw) => 2 * Math.PI * random();
/** A factor of either sign, from 1e-20 to 1e20. */
const drawFactor = ({ random }: Draw) => (random() < 0.5 ? -1 : 1) * 10 ** (40 * random() - 20);

/** A matrix of rank 1 or 0: u uᵀ. */
function drawSingular(draw: Draw): Entries {
  const [u, v] = [drawNumber(draw), drawNumber(draw)];
  return [u * u, u * v, v * v];
}

/** Definite, indefinite, singular and tiny matrices in turn. */
function draw(case_: Draw): Entries {
  const [first, second] = drawSizes(case_);
  const angle = drawAngle(case_);
  const choice = case_.random();
  if (choice < 0.3) return turned(first, -second, angle);
  if (choice < 0.5) return drawSingular(case_);
  if (choice < 0.7) return turned(1e-20 * first, 1e-20 * second, angle);
  return turned(first, second, angle);
}

/** What the answer returns, or the case in words when it is not what it should be. */
function compare(subject: Subject, entries: Entries, expected: number): string | undefined {
  const got = subject(...entries);
  if (agree(expected, got)) return undefined;
  const said = wordsApart(expected, got);
  return `cond2(${entries.map(words).join(", ")}) should be ${said.expected}, got ${said.actual}`;
}

export const check: Check = {
  name: "cond2",
  probe: draw,
  properties: [
    {
      claim: "It returns a number, at least 1, for every matrix.",
      test(subject, case_) {
        const entries = draw(case_);
        const got = subject(...entries);
        // Rounding may put the value of a multiple of the identity a little below 1.
        if (typeof got === "number" && got >= 1 - 1e-9) return undefined;
        return `cond2(${entries.map(words).join(", ")}) returned ${words(got)}`;
      },
    },
    {
      claim: "For a positive definite matrix it is the largest eigenvalue over the smallest.",
      test(subject, case_) {
        const [first, second] = drawSizes(case_);
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        return compare(subject, turned(low, high, drawAngle(case_)), high / low);
      },
    },
    {
      claim: "With eigenvalues of both signs it is the ratio of their sizes: cond2(1, 0, −1) is 1.",
      test(subject, case_) {
        const [first, second] = drawSizes(case_);
        const ratio = Math.max(first / second, second / first);
        return (
          compare(subject, [1, 0, -1], 1) ??
          compare(subject, turned(first, -second, drawAngle(case_)), ratio)
        );
      },
    },
    {
      claim: "Multiplying the matrix by any number but 0, negative or tiny, changes nothing.",
      test(subject, case_) {
        const [first, second] = drawSizes(case_);
        const [a, b, c] = turned(first, second, drawAngle(case_));
        const factor = drawFactor(case_);
        const ratio = Math.max(first / second, second / first);
        return compare(subject, [factor * a, factor * b, factor * c], ratio);
      },
    },
    {
      claim: "For a singular matrix it is Infinity.",
      test: (subject, case_) => compare(subject, drawSingular(case_), Number.POSITIVE_INFINITY),
    },
  ],
};
