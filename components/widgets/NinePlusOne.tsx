import type { ReactNode } from "react";
import { ninePlusOneFigure } from "./nine-plus-one/figure.ts";
import { StepLengths } from "./StepLengths.tsx";

/** W09.1: nine small gradients and one large, whose mean is 0, as four methods take them. */
export default function NinePlusOne(): ReactNode {
  return <StepLengths figure={ninePlusOneFigure} />;
}
