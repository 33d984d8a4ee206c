import type { ReactNode } from "react";
import { StepLengths } from "./StepLengths.tsx";
import { toForgetFigure } from "./to-forget/figure.ts";

/** W09.2: AdaGrad and RMSprop when the gradients become a hundred times smaller. */
export default function ToForget(): ReactNode {
  return <StepLengths figure={toForgetFigure} />;
}
