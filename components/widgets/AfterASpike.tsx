import type { ReactNode } from "react";
import { afterASpike } from "./after-a-spike/figure.ts";
import { StepLengths } from "./StepLengths.tsx";

/** W11.2: what Adam and the three versions of AMSGrad do after one large gradient. */
export default function AfterASpike(): ReactNode {
  return <StepLengths figure={afterASpike} />;
}
