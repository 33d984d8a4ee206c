import type { ReactNode } from "react";
import { StepLengths } from "./StepLengths.tsx";
import { whatAdamSeesFigure } from "./what-adam-sees/figure.ts";

/** W10.2: a stream of gradients, Adam's two averages of it, and the step that comes of them. */
export default function WhatAdamSees(): ReactNode {
  return <StepLengths figure={whatAdamSeesFigure} />;
}
