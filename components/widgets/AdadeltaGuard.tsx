import type { ReactNode } from "react";
import { adadeltaGuardFigure } from "./adadelta-guard/figure.ts";
import { StepLengths } from "./StepLengths.tsx";

/** W09.3: what ε does to Adadelta, at the start and at the end. */
export default function AdadeltaGuard(): ReactNode {
  return <StepLengths figure={adadeltaGuardFigure} />;
}
