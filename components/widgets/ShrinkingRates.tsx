import { type ReactNode, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Slider } from "./Slider.tsx";
import { nextSeed } from "./seed.ts";
import { ratesBackground, ratesForeground, ratesFrame } from "./shrinking-rates/figure.ts";
import { rateCurves, singleRun } from "./shrinking-rates/model.ts";
import { lambdaTrack, RATES, type RateName, ratesFields } from "./shrinking-rates/state.ts";
import { ratesSummary, ratesTable } from "./shrinking-rates/words.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W02.2, the schedules: six learning rates on a noisy parabola, legal and not, useful and not. */
export default function ShrinkingRates(): ReactNode {
  const { state, change, reset } = useUrlState("shrinking-rates", ratesFields);
  const { rate, lambda, seed } = state;
  const curves = useMemo(() => rateCurves(lambda), [lambda]);
  const run = useMemo(() => singleRun(rate, lambda, seed), [rate, lambda, seed]);
  return (
    <WidgetFrame
      id="shrinking-rates"
      title={say("Legal and useless, illegal and useful")}
      tryThis={say("the six rates; then lower the curvature λ to 0.1 and look at 1/t again.")}
      notice={say(
        "0.1/t meets both conditions and hardly moves; 0.5/√t breaks the second (dashed lines break one) and comes near. At λ = 0.1 the rate 1/t is as lost as 0.1/t was at λ = 1.",
      )}
      why={say(
        "how far the start is forgotten depends on the sum of the rates so far, times λ. That of 0.1/t grows without bound, but after ten thousand steps it has not yet reached 1.",
      )}
      summary={ratesSummary(state, curves, run)}
      table={ratesTable(curves)}
    >
      <PlotFigure
        label={say(
          "Distance from the minimum against the number of steps for six learning-rate schedules, both on logarithmic scales, with a single noisy run of the chosen one.",
        )}
        frame={ratesFrame}
        background={ratesBackground}
        foreground={(frame: PlotFrame) => ratesForeground(curves, run, rate, frame)}
      />
      <div className="widget-controls">
        <div className="widget-options">
          <Choice<RateName>
            legend={say("rate =")}
            options={RATES.map(({ name, label }) => ({ value: name, label }))}
            value={rate}
            onChange={(value) => change({ rate: value })}
          />
        </div>
        <Slider
          symbol="λ"
          name="curvature"
          label={say("curvature")}
          track={lambdaTrack}
          value={lambda}
          onChange={(value) => change({ lambda: value })}
        />
        <div className="widget-buttons">
          <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
            {say("Other noise")}
          </button>
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
