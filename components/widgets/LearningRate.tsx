import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
import { Slider, type SliderProps } from "./Slider.tsx";

/** The knob of the learning rate, the same in every figure. */
export function LearningRate(props: Pick<SliderProps, "track" | "value" | "onChange">): ReactNode {
  return <Slider symbol="η" name="learning-rate" label={say("learning rate")} {...props} />;
}
