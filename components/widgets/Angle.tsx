import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
import { Slider, type SliderProps } from "./Slider.tsx";

/** The knob of an angle, the same in every figure. */
export function Angle(props: Pick<SliderProps, "track" | "value" | "onChange">): ReactNode {
  return <Slider symbol="φ" name="angle" label={say("angle in degrees")} {...props} />;
}
