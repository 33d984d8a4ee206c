import { newton, run, saddleB } from "@downhill/optim";

/** The border of the starts that the package takes to the saddle, by bisection. */
export function answers(): readonly number[] {
  let [inside, outside] = [0.1, 0.5];
  while (outside - inside > 1e-9) {
    const middle = (inside + outside) / 2;
    const { frames } = run(newton(), saddleB, [1, middle], { steps: 60 });
    if (Math.abs(frames[60]!.x[1]!) < 1e-6) inside = middle;
    else outside = middle;
  }
  return [inside];
}
