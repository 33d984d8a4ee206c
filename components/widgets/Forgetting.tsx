import type { ReactNode } from "react";
import { forgettingFigure } from "./forgetting/figure.ts";
import { StepLengths } from "./StepLengths.tsx";

/** W09.2: AdaGrad and RMSprop when the gradients become a hundred times smaller. */
export default function Forgetting(): ReactNode {
  return <StepLengths figure={forgettingFigure} />;
}
