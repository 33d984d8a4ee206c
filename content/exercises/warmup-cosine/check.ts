import { cosineAnnealing, warmUp } from "@downhill/optim";
import { type Check, callsOf, type Draw, drawBetween } from "#src/grading/property.ts";

type Case = readonly [t: number, T: number, w: number, peak: number, end: number];

const { call, ask, compare } = callsOf<Case, number>("warmupCosine");

function draw(case_: Draw): Case {
  const w = Math.floor(case_.random() * case_.size);
  const T = w + 1 + Math.floor(case_.random() * 4 * case_.size);
  const t = Math.floor(case_.random() * 1.3 * (T + 1));
  const peak = drawBetween(case_, 0, 1);
  return [t, T, w, peak, peak * case_.random()];
}

/** The schedule of the package, whose steps count from 1. */
function expectedOf([t, T, w, learningRate, end]: Case): number {
  const cosine = cosineAnnealing({ learningRate, steps: T - w, end, afterwards: "hold" });
  return warmUp(cosine, { steps: w })(t + 1);
}

export const check: Check = {
  name: "warmupCosine",
  probe: draw,
  properties: [
    {
      claim: "warmupCosine returns a number.",
      test(subject, case_) {
        const args = draw(case_);
        const got = ask(subject, args);
        return Number.isFinite(got) ? undefined : `${call(args)} returned ${String(got)}`;
      },
    },
    {
      claim: "The warm-up starts at peak/w, not at 0, and reaches peak at t = w − 1.",
      test(subject, case_) {
        const [, T, w, peak, end] = draw(case_);
        if (w === 0) return undefined;
        const [first, last]: [Case, Case] = [
          [0, T, w, peak, end],
          [w - 1, T, w, peak, end],
        ];
        return (
          compare(first, "the rate", peak / w, ask(subject, first)) ??
          compare(last, "the rate", peak, ask(subject, last))
        );
      },
    },
    {
      claim: "It is peak once more at t = w, end at T, and end after T.",
      test(subject, case_) {
        const [, T, w, peak, end] = draw(case_);
        const later = T + Math.floor(case_.random() * 20);
        const [top, low]: [Case, Case] = [
          [w, T, w, peak, end],
          [later, T, w, peak, end],
        ];
        return (
          compare(top, "the rate", peak, ask(subject, top)) ??
          compare(low, "the rate", end, ask(subject, low))
        );
      },
    },
    {
      claim: "From w on it never rises, and it is never above peak.",
      test(subject, case_) {
        const [, T, w, peak, end] = draw(case_);
        const room = 1e-12;
        for (let t = 0; t < T + 3; t++) {
          const now: Case = [t, T, w, peak, end];
          const rate = ask(subject, now);
          if (rate > peak + room) return `${call(now)} is ${rate}, above peak`;
          const before = t > w ? ask(subject, [t - 1, T, w, peak, end]) : Number.POSITIVE_INFINITY;
          if (rate > before + room) return `${call(now)} is ${rate}, and was ${before} before`;
        }
        return undefined;
      },
    },
    {
      claim: "It is the package's warm-up in front of its cosine.",
      test(subject, case_) {
        const args = draw(case_);
        return compare(args, "the rate", expectedOf(args), ask(subject, args));
      },
    },
    {
      claim: "Without an end given it falls to 0.",
      test(subject, case_) {
        const [, T, w, peak] = draw(case_);
        const got = subject(T, T, w, peak) as number;
        return Math.abs(got) < 1e-12
          ? undefined
          : `warmupCosine(${T}, ${T}, ${w}, ${peak}) is ${got}`;
      },
    },
  ],
};
