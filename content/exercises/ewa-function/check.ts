import {
  agree,
  type Check,
  callsOf,
  type Draw,
  drawBetween,
  drawList,
  drawNumber,
  leavesAlone,
  type Subject,
  words,
  wordsApart,
} from "#src/grading/property.ts";

type Case = readonly [xs: number[], beta: number, correct: boolean];

function draw(case_: Draw): Case {
  const xs = drawList(case_);
  return [xs, drawBetween(case_, 0, 1), case_.random() < 0.5];
}

const { call, ask: average } = callsOf<Case, number[]>("ewa");

/** The case in words when the answer is not what was expected. */
function compare(subject: Subject, args: Case, expected: unknown): string | undefined {
  const got = average(subject, args);
  if (agree(expected, got)) return undefined;
  const said = wordsApart(expected, got);
  return `${call(args)} should be ${said.expected}, got ${said.actual}`;
}

/** A rounding error in a list whose entries have the size of `xs`. */
const rounding = (xs: readonly number[]) => 1e-12 * Math.max(1, ...xs.map(Math.abs));

export const check: Check = {
  name: "ewa",
  probe: draw,
  properties: [
    {
      claim: "It returns a list of numbers, one for each that it was given; none for none.",
      test(subject, case_) {
        const args = draw(case_);
        const empty: Case = [[], args[1], args[2]];
        if (!agree(average(subject, empty), [])) {
          return `${call(empty)} returned ${words(average(subject, empty))}`;
        }
        const got: unknown = average(subject, args);
        const good =
          Array.isArray(got) && got.length === args[0].length && got.every(Number.isFinite);
        return good ? undefined : `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "Corrected, the average of a constant is that constant.",
      test(subject, case_) {
        const xs = new Array<number>(2 + Math.floor(case_.size)).fill(drawNumber(case_));
        const args: Case = [xs, drawBetween(case_, 0, 1), true];
        const got = average(subject, args);
        const away = got.findIndex((m, i) => !(Math.abs(m - xs[i]!) <= rounding(xs)));
        return away < 0 ? undefined : `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "With β = 0 nothing is kept, and the result is the data.",
      test(subject, case_) {
        const [xs, , correct] = draw(case_);
        return compare(subject, [xs, 0, correct], xs);
      },
    },
    {
      claim: "Not corrected, the last average is the dot product of the data with (1 − β)βᵏ.",
      test(subject, case_) {
        const [xs, beta] = draw(case_);
        const weight = (i: number) => (1 - beta) * beta ** (xs.length - 1 - i);
        const expected = xs.reduce((sum, x, i) => sum + weight(i) * x, 0);
        const args: Case = [xs, beta, false];
        const got = average(subject, args).at(-1);
        if (agree(expected, got)) return undefined;
        const said = wordsApart(expected, got);
        return `the last entry of ${call(args)} should be ${said.expected}, got ${said.actual}`;
      },
    },
    {
      claim: "Corrected, no average leaves the range of the data so far.",
      test(subject, case_) {
        const args: Case = [drawList(case_), drawBetween(case_, 0, 1), true];
        const got = average(subject, args);
        const away = got.findIndex((m, i) => {
          const soFar = args[0].slice(0, i + 1);
          const slack = rounding(soFar);
          return !(m >= Math.min(...soFar) - slack && m <= Math.max(...soFar) + slack);
        });
        return away < 0 ? undefined : `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "Corrected or not, entry t uses the first t numbers with weights in the ratio β.",
      test(subject, case_) {
        const args = draw(case_);
        const [xs, beta, correct] = args;
        const expected = xs.map((_, last) => {
          const seen = xs.slice(0, last + 1);
          const weights = seen.map((_, i) => beta ** (last - i));
          const sum = seen.reduce((total, x, i) => total + weights[i]! * x, 0);
          return correct ? sum / weights.reduce((a, b) => a + b) : (1 - beta) * sum;
        });
        return compare(subject, args, expected);
      },
    },
    {
      claim: "It is linear: the average of a sum is the sum of the averages.",
      test(subject, case_) {
        const [xs, beta, correct] = draw(case_);
        const ys = drawList(case_, xs.length);
        const factor = drawNumber(case_);
        const one = average(subject, [xs, beta, correct]);
        const other = average(subject, [ys, beta, correct]);
        const both = xs.map((x, i) => x + factor * ys[i]!);
        const expected = one.map((m, i) => m + factor * other[i]!);
        return compare(subject, [both, beta, correct], expected);
      },
    },
    leavesAlone("the data", draw, call),
  ],
};
