import { adam, bowl, run } from "@downhill/optim";
import {
  type Check,
  callsOf,
  type Draw,
  drawBetween,
  drawList,
  leavesAlone,
} from "#src/grading/property.ts";

type Case = readonly [curvatures: number[], start: number[], lr: number, steps: number];

function draw(case_: Draw): Case {
  const start = drawList(case_);
  const curvatures = start.map((_, i) => i + 1);
  const lr = drawBetween(case_, 0, 0.3);
  return [curvatures, start, lr, 1 + Math.floor(case_.random() * case_.size)];
}

const { call, ask, compare } = callsOf<Case, number[]>("descend");

export const check: Check = {
  name: "descend",
  probe: draw,
  properties: [
    {
      claim: "It ends where Adam of the package ends after as many steps.",
      test(subject, case_) {
        const args = draw(case_);
        const [curvatures, start, learningRate, steps] = args;
        const surface = bowl(curvatures);
        const { frames } = run(adam({ learningRate }), surface, start, {
          steps,
          gradientTolerance: 0,
        });
        const got = ask(subject, args);
        return compare(args, "the end", [...(frames.at(-1)?.x ?? [])], got);
      },
    },
    leavesAlone("the arrays", draw, call),
  ],
};
