import type { ReactNode } from "react";
import { endlessHopFigure } from "./endless-hop/figure.ts";
import { StepLengths } from "./StepLengths.tsx";

/** W09.2, in the bowl: RMSprop at a constant rate ends by hopping over the minimum. */
export default function EndlessHop(): ReactNode {
  return <StepLengths figure={endlessHopFigure} />;
}
