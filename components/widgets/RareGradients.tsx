import { type ReactNode, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Choice } from "./Choice.tsx";
import { Presets } from "./Presets.tsx";
import { rareBackground, rareForeground, rareFrame } from "./rare-gradients/figure.ts";
import { rareRuns } from "./rare-gradients/model.ts";
import { beta2Track, PRESETS, rareGradientsFields, type When } from "./rare-gradients/state.ts";
import { rareSummary, rareTable } from "./rare-gradients/words.ts";
import { Slider } from "./Slider.tsx";
import { nextSeed } from "./seed.ts";
import { sameSetting } from "./slider-scale.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W11.1, the long cycle: a gradient of 1010 against a hundred of −10, in turn or at random. */
export default function RareGradients(): ReactNode {
  const { state, change, reset } = useUrlState("rare-gradients", rareGradientsFields);
  const { when, beta2, seed } = state;
  const runs = useMemo(() => rareRuns({ when, beta2, seed }), [when, beta2, seed]);
  const preset = PRESETS.findIndex((one) => sameSetting(beta2, one.beta2));
  return (
    <WidgetFrame
      id="rare-gradients"
      title={say("Rare, large and correct")}
      tryThis={say(
        "the three memories; then let chance decide when the large gradient comes, and draw other chances.",
      )}
      notice={say(
        "with β₂ = 0.999, Adam’s default, it goes wrong as well, only later. At random, Adam with β₂ = 0.99 stays at the right, and even AMSGrad wanders to and fro for all of the time shown.",
      )}
      why={say(
        "the rate is 0.01 throughout. At random the large gradient comes with probability 0.01, so the mean gradient is 0.2, not 0.099. But the number of large gradients varies, and one more or less outweighs what that mean adds up to in five thousand steps. At a constant rate that noise stays, whatever the memory.",
      )}
      summary={rareSummary(state, runs)}
      table={rareTable(runs)}
    >
      <PlotFigure
        label={say(
          "Position of Adam and of AMSGrad between −1, the best place, and 1, against the number of steps on a logarithmic scale.",
        )}
        frame={rareFrame}
        background={rareBackground}
        foreground={() => rareForeground(runs)}
      />
      <div className="widget-controls">
        <div className="widget-options">
          <Choice<When>
            legend={say("the large gradient comes")}
            options={[
              { value: "every", label: say("every 101st step") },
              { value: "random", label: say("at random") },
            ]}
            value={when}
            onChange={(value) => change({ when: value })}
          />
          <Presets
            legend="β₂ ="
            of={PRESETS}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(one) => change({ beta2: one.beta2 })}
          />
        </div>
        <Slider
          symbol="β₂"
          name="second-retention"
          label={say("memory of squares")}
          track={beta2Track}
          value={beta2}
          onChange={(value) => change({ beta2: value })}
        />
        <div className="widget-buttons">
          <button type="button" onClick={() => change({ when: "random", seed: nextSeed(seed) })}>
            {say("Other chances")}
          </button>
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
