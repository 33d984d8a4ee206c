import { amsgradKernel } from "@downhill/optim";
import {
  type Check,
  callsOf,
  type Draw,
  drawBetween,
  drawList,
  isFiniteList,
  leavesAlone,
  words,
} from "#src/grading/property.ts";

interface Memory {
  readonly m: number[];
  readonly s: number[];
  readonly sMax: number[];
}
interface Settings {
  readonly lr: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly eps: number;
  readonly t: number;
}
type Case = readonly [theta: number[], g: number[], memory: Memory, settings: Settings];
type Got = Memory & { readonly theta: number[] };

const EPS = 1e-8;

function draw(case_: Draw): Case {
  const theta = drawList(case_);
  const { length } = theta;
  const g = drawList(case_, length);
  const s = drawList(case_, length).map(Math.abs);
  const above = drawList(case_, length).map(Math.abs);
  const settings = {
    lr: drawBetween(case_, 0, 1),
    beta1: drawBetween(case_, 0, 1),
    beta2: drawBetween(case_, 0, 1),
    eps: drawBetween(case_, 0, 0.1),
    t: 1 + Math.floor(case_.random() * case_.size),
  };
  const m = drawList(case_, length);
  return [theta, g, { m, s, sMax: s.map((entry, i) => entry + above[i]!) }, settings];
}

const { call, ask: step, compare } = callsOf<Case, Got>("amsgradStep");
const zeros = (length: number) => new Array<number>(length).fill(0);

/** The step of the package. */
function expectedOf([theta, g, memory, { lr, beta1, beta2, eps, t }]: Case): Got {
  const [x, m, s, sMax] = [theta, memory.m, memory.s, memory.sMax].map((list) =>
    Float64Array.from(list),
  );
  amsgradKernel(x!, Float64Array.from(g), m!, s!, sMax!, lr, beta1, beta2, eps, t, "paper");
  return { theta: [...x!], m: [...m!], s: [...s!], sMax: [...sMax!] };
}

export const check: Check = {
  name: "amsgradStep",
  probe: draw,
  properties: [
    {
      claim:
        "amsgradStep returns { theta, m, s, sMax }, four arrays of numbers as long as those it was given.",
      test(subject, case_) {
        const args = draw(case_);
        const got = step(subject, args) as Partial<Got> | undefined;
        const { length } = args[0];
        const lists = [got?.theta, got?.m, got?.s, got?.sMax];
        if (lists.every((list) => isFiniteList(list, length))) return undefined;
        return `${call(args)} returned ${words(got)}`;
      },
    },
    {
      claim: "While s grows it is Adam without corrections: equal gradients, started from zeros.",
      test(subject, case_) {
        const [theta, g, , settings] = draw(case_);
        const { length } = theta;
        const memory = { m: zeros(length), s: zeros(length), sMax: zeros(length) };
        const args: Case = [theta, g, memory, { ...settings, t: 1 }];
        const { lr, beta1, beta2, eps } = settings;
        const expected = theta.map((entry, i) => {
          const root = Math.sqrt((1 - beta2) * g[i]! ** 2);
          return entry - (lr * (1 - beta1) * g[i]!) / (root + eps);
        });
        return compare(args, "theta", expected, step(subject, args).theta);
      },
    },
    {
      claim: "The effective rate lr/(√sMax + eps) never grows along a run.",
      test(subject, case_) {
        const [theta, , , settings] = draw(case_);
        const { length } = theta;
        let memory: Memory = { m: zeros(length), s: zeros(length), sMax: zeros(length) };
        for (let t = 1; t <= 3; t++) {
          const args: Case = [theta, drawList(case_, length), memory, { ...settings, t }];
          const got = step(subject, args);
          const shrinks = got.sMax.some((entry, i) => entry < memory.sMax[i]!);
          if (shrinks) return `${call(args)}: sMax became ${words(got.sMax)}, which is smaller`;
          memory = { m: got.m, s: got.s, sMax: got.sMax };
        }
        return undefined;
      },
    },
    {
      claim: "It takes the step of the package, from any memory.",
      test(subject, case_) {
        const args = draw(case_);
        const expected = expectedOf(args);
        const got = step(subject, args);
        return (
          compare(args, "m", expected.m, got.m) ??
          compare(args, "s", expected.s, got.s) ??
          compare(args, "sMax", expected.sMax, got.sMax) ??
          compare(args, "theta", expected.theta, got.theta)
        );
      },
    },
    {
      claim: "On the problem of the chapter it is left of −0.8 after 30 steps.",
      once: true,
      test(subject) {
        let [x, memory]: [number, Memory] = [0, { m: [0], s: [0], sMax: [0] }];
        for (let t = 1; t <= 30; t++) {
          const settings = { lr: 0.5 / Math.sqrt(t), beta1: 0, beta2: 0.1, eps: EPS, t };
          const got = step(subject, [[x], [t % 3 === 1 ? 3 : -1], memory, settings]);
          x = Math.max(-1, Math.min(1, got.theta[0]!));
          memory = { m: got.m, s: got.s, sMax: got.sMax };
        }
        return x < -0.8 ? undefined : `it was at ${words(x)}`;
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
