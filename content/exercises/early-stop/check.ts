import { type Check, callsOf, type Draw, leavesAlone, words } from "#src/grading/property.ts";

type Case = readonly [losses: number[], patience: number, minDelta?: number];
interface Stop {
  readonly stop: number;
  readonly best: number;
}

const whole = ({ random }: Draw, from: number, to: number) =>
  from + Math.floor(random() * (to - from + 1));

/** Whole numbers, so that equal losses and exact gains come up often. */
function drawLosses(draw: Draw, length = whole(draw, 1, 2 + 2 * Math.ceil(draw.size))): number[] {
  return Array.from({ length }, () => whole(draw, 0, 2 + Math.ceil(draw.size)));
}

function drawAny(draw: Draw): Case {
  return [drawLosses(draw), whole(draw, 1, 4), whole(draw, 0, 2)];
}

const { call, ask: stop } = callsOf<Case, Stop>("earlyStop");

/** The case in words unless the answer is this one. */
function expectStop(args: Case, got: Stop | undefined, expected: Stop): string | undefined {
  if (got?.stop === expected.stop && got?.best === expected.best) return undefined;
  return `${call(args)} should be ${words(expected)}, got ${words(got)}`;
}

export const check: Check = {
  name: "earlyStop",
  probe: drawAny,
  properties: [
    {
      claim: "It returns two indices of the list, and stop is not before best.",
      test(subject, case_) {
        const args = drawAny(case_);
        const got = stop(subject, args) as Stop | undefined;
        const good =
          got !== null &&
          typeof got === "object" &&
          Number.isInteger(got.stop) &&
          Number.isInteger(got.best) &&
          0 <= got.best &&
          got.best <= got.stop &&
          got.stop < args[0].length;
        return good ? undefined : `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim:
        "A list that falls by more than minDelta each time never stops, and its last look is the best.",
      test(subject, case_) {
        const minDelta = whole(case_, 0, 2);
        const losses = [40];
        const length = whole(case_, 1, 8);
        while (losses.length < length) losses.push(losses.at(-1)! - minDelta - whole(case_, 1, 3));
        const args: Case = [losses, whole(case_, 1, 3), minDelta];
        return expectStop(args, stop(subject, args), { stop: length - 1, best: length - 1 });
      },
    },
    {
      claim: "A plateau ends it after exactly `patience` looks beyond the first.",
      test(subject, case_) {
        const patience = whole(case_, 1, 5);
        const losses = new Array<number>(patience + 1 + whole(case_, 0, 3)).fill(
          whole(case_, 0, 9),
        );
        const args: Case = [losses, patience, whole(case_, 0, 2)];
        return expectStop(args, stop(subject, args), { stop: patience, best: 0 });
      },
    },
    {
      claim: "Without minDelta, best is the first of the least losses until it stopped.",
      test(subject, case_) {
        const args: Case = [drawLosses(case_), whole(case_, 1, 4)];
        const got = stop(subject, args);
        const seen = args[0].slice(0, got.stop + 1);
        const first = seen.indexOf(Math.min(...seen));
        return got.best === first
          ? undefined
          : `${call(args)} should have best ${first}, got ${words(got)}`;
      },
    },
    {
      claim: "It stops where `patience` looks in a row brought no improvement, and not before.",
      test(subject, case_) {
        const args = drawAny(case_);
        const [losses, patience, minDelta = 0] = args;
        const got = stop(subject, args);
        /** Last improvement at each look, found from the beginning each time. */
        const bestAt = (look: number) => {
          let best = 0;
          for (let i = 1; i <= look; i++) if (losses[best]! - losses[i]! > minDelta) best = i;
          return best;
        };
        const ends = losses.findIndex((_, look) => look - bestAt(look) === patience);
        const expected = ends < 0 ? losses.length - 1 : ends;
        return expectStop(args, got, { stop: expected, best: bestAt(expected) });
      },
    },
    {
      claim: "A gain of exactly minDelta is no improvement.",
      test(subject, case_) {
        const minDelta = whole(case_, 1, 3);
        const patience = whole(case_, 1, 4);
        const losses = [10, ...new Array<number>(patience).fill(10 - minDelta)];
        const args: Case = [losses, patience, minDelta];
        return expectStop(args, stop(subject, args), { stop: patience, best: 0 });
      },
    },
    leavesAlone("the losses", drawAny, call),
  ],
};
