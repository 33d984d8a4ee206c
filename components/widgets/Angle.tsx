import type { ReactNode } from "react";
import { Slider, type SliderProps } from "./Slider.tsx";

/** The knob of an angle, the same in every figure. */
export function Angle(props: Pick<SliderProps, "track" | "value" | "onChange">): ReactNode {
  return <Slider symbol="φ" name="angle" label="angle in degrees" {...props} />;
}
