import { bowl, momentum, run } from "@downhill/optim";
import {
  type Check,
  callsOf,
  type Draw,
  drawBetween,
  drawList,
  leavesAlone,
} from "#src/grading/property.ts";

type Case = readonly [curvatures: number[], start: number[], lr: number, beta: number, n: number];

function draw(case_: Draw): Case {
  const start = drawList(case_);
  const curvatures = start.map((_, i) => i + 1);
  const lr = drawBetween(case_, 0, 0.3);
  const beta = drawBetween(case_, 0, 0.9);
  return [curvatures, start, lr, beta, 1 + Math.floor(case_.random() * case_.size)];
}

const { call, ask, compare } = callsOf<Case, number[]>("descend");

export const check: Check = {
  name: "descend",
  probe: draw,
  properties: [
    {
      claim: "It ends where momentum of the package ends after as many steps.",
      test(subject, case_) {
        const args = draw(case_);
        const [curvatures, start, learningRate, beta, steps] = args;
        const method = momentum({ learningRate, beta });
        const { frames } = run(method, bowl(curvatures), start, { steps, gradientTolerance: 0 });
        const got = ask(subject, args);
        return compare(args, "the end", [...(frames.at(-1)?.x ?? [])], got);
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
