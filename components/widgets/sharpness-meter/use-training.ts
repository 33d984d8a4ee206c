import { useEffect, useState } from "react";
import { type SharpnessRun, train } from "./run.ts";

/** The run at a rate: the one of the build, or one that is trained here, a piece at a time. */
export function useTraining(start: SharpnessRun, eta: number): SharpnessRun {
  const [shown, setShown] = useState(start);
  useEffect(() => {
    if (eta === start.eta) {
      setShown(start);
      return;
    }
    const steps = train(eta);
    let timer: ReturnType<typeof setTimeout>;
    const piece = () => {
      const until = performance.now() + SLICE_MS;
      let { done, value } = steps.next();
      while (!done && performance.now() < until) ({ done, value } = steps.next());
      setShown({ ...value, sharpness: [...value.sharpness], loss: [...value.loss] });
      if (!done) timer = setTimeout(piece);
    };
    timer = setTimeout(piece);
    return () => clearTimeout(timer);
  }, [start, eta]);
  return shown;
}

/** The page may do something else after this long. */
const SLICE_MS = 30;
