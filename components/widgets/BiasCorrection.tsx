import type { ReactNode } from "react";
import { biasCorrectionFigure } from "./bias-correction/figure.ts";
import { StepLengths } from "./StepLengths.tsx";

/** W10.1, first part: Adam's step for a constant gradient, with its correction and without. */
export default function BiasCorrection(): ReactNode {
  return <StepLengths figure={biasCorrectionFigure} />;
}
