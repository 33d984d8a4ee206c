import { agree, type Check, type Draw, type Subject, words } from "#src/grading/property.ts";

type Case = readonly [N: number, b: number, seed: number];
interface Got {
  readonly batches: readonly (readonly number[])[];
  readonly again: readonly (readonly number[])[];
  readonly orders: Readonly<Record<string, number>>;
}

/** Up to 25 examples in batches of 1 to 7; none of 4, for which the orders are counted. */
function draw({ random, size }: Draw): Case {
  const N = 1 + Math.floor(random() * 2 * size);
  return [N === 4 ? 5 : N, 1 + Math.floor(random() * 7), Math.floor(random() * 1e6)];
}

const call = ([N, b, seed]: Case) => `minibatches(${N}, ${b}, mulberry32(${seed}))`;
const result = (subject: Subject, args: Case) => (subject(...args) ?? {}) as Partial<Got>;

/** So many seeds are tried for the count of orders; there are 24 orders of 4 examples. */
const SEEDS = 2000;
const ORDERS = 24;
/** χ² with 23 degrees of freedom is above this once in 10⁹ times. */
const TOO_UNEVEN = 95;

/** The size of the cases that are counted: the largest, one case in twelve. */
const COUNTED = 12;

export const check: Check = {
  name: "tryMinibatches",
  probe: draw,
  properties: [
    {
      claim: "minibatches returns a list of lists of numbers.",
      test(subject, case_) {
        const args = draw(case_);
        const { batches } = result(subject, args);
        const good =
          Array.isArray(batches) &&
          batches.every((batch) => Array.isArray(batch) && batch.every(Number.isFinite));
        return good ? undefined : `${call(args)} returned ${words(batches)}`;
      },
    },
    {
      claim: "Every number from 0 to N − 1 is in it exactly once.",
      test(subject, case_) {
        const args = draw(case_);
        const { batches = [] } = result(subject, args);
        const all = batches.flat().toSorted((a, b) => a - b);
        const wanted = Array.from({ length: args[0] }, (_, i) => i);
        return agree(wanted, all)
          ? undefined
          : `${call(args)} returned ${words(batches)}: sorted, its numbers are ${words(all)}`;
      },
    },
    {
      claim: "Every batch has b numbers, but for a last one with what is left.",
      test(subject, case_) {
        const args = draw(case_);
        const [N, b] = args;
        const { batches = [] } = result(subject, args);
        const sizes = batches.map((batch) => batch.length);
        const wanted = new Array<number>(Math.floor(N / b)).fill(b);
        if (N % b > 0) wanted.push(N % b);
        return agree(wanted, sizes)
          ? undefined
          : `${call(args)} should have batches of ${words(wanted)}, got ${words(sizes)}`;
      },
    },
    {
      claim: "The same seed gives the same batches.",
      test(subject, case_) {
        const args = draw(case_);
        const { batches, again } = result(subject, args);
        return agree(batches, again)
          ? undefined
          : `${call(args)} returned ${words(batches)}, and called again ${words(again)}`;
      },
    },
    {
      claim: "All orders of the examples are equally likely.",
      test(subject, { random, size }) {
        // A count takes 2000 calls, and the last few of the cases are counts enough.
        if (size < COUNTED) return undefined;
        const args: Case = [4, 1 + Math.floor(random() * 4), Math.floor(random() * 1e6)];
        const { orders = {} } = result(subject, args);
        const counts = Object.values(orders);
        const even = SEEDS / ORDERS;
        const missing = (ORDERS - counts.length) * even;
        const spread = counts.reduce((sum, count) => sum + (count - even) ** 2 / even, missing);
        if (spread <= TOO_UNEVEN) return undefined;
        const [often, count] = Object.entries(orders).reduce((a, b) => (b[1] > a[1] ? b : a));
        // No mistake of the list: what a sort makes of a coin differs from engine to engine.
        const hint =
          counts.length === ORDERS ? " (a sort that compares by a coin toss mixes unevenly)" : "";
        return `of 4 examples, ${counts.length} of the 24 orders came in ${SEEDS} tries with batches of ${args[1]}; ${often} came ${count} times, where about ${Math.round(even)} are expected${hint}`;
      },
    },
  ],
};
