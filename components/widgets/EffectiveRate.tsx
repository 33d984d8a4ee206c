import type { ReactNode } from "react";
import { effectiveRateFigure } from "./effective-rate/figure.ts";
import { StepLengths } from "./StepLengths.tsx";

/** W08.2: AdaGrad's steps and effective rates on streams of gradients and in a bowl. */
export default function EffectiveRate(): ReactNode {
  return <StepLengths figure={effectiveRateFigure} />;
}
