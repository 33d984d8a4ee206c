import type { ReactNode } from "react";
import { say } from "#src/language/say.ts";
import { Slider, type SliderProps } from "./Slider.tsx";

type Setting = Pick<SliderProps, "track" | "value" | "onChange">;

export interface RateSlidersProps {
  /** The learning rate, or what stands for it: its symbol and its words beside the setting. */
  readonly rate: Setting & Pick<SliderProps, "symbol" | "label">;
  readonly beta: Setting;
}

/** The two knobs of momentum side by side, the same in every figure. */
export function RateSliders({ rate, beta }: RateSlidersProps): ReactNode {
  return (
    <div className="widget-row">
      <Slider name="learning-rate" {...rate} />
      <Slider name="retention" symbol="β" label={say("momentum")} {...beta} />
    </div>
  );
}
