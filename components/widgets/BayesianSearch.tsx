import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import {
  beliefBackground,
  beliefForeground,
  beliefFrame,
  improvementBackground,
  improvementForeground,
  improvementFrame,
  peakOf,
} from "./bayesian-search/figures.ts";
import { bayesianModel, beliefAfter, bestAfter, TRIALS } from "./bayesian-search/model.ts";
import { bayesianFields, lengthTrack, PRESETS } from "./bayesian-search/state.ts";
import { bayesianSummary, bayesianTable } from "./bayesian-search/words.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { sameSetting } from "./slider-scale.ts";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W14.2, Bayesian search in one dimension: belief, expected improvement, next trial. */
export default function BayesianSearch(): ReactNode {
  const { state, change, reset } = useUrlState("bayesian-search", bayesianFields);
  const { length, truth } = state;
  const model = useMemo(() => bayesianModel(length), [length]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, TRIALS, seek, 1);
  const { t } = player;
  const belief = useMemo(() => beliefAfter(model, t), [model, t]);
  const best = bestAfter(model.trials, t);
  const next = model.trials[t];
  const preset = PRESETS.findIndex((one) => sameSetting(length, one.length));
  return (
    <WidgetFrame
      id="bayesian-search"
      title={say("A model of the loss, and where it asks next")}
      tryThis={say(
        "steps, one trial each, and before each a guess where the next will be. Then ℓ = 2 and ℓ = 0.2.",
      )}
      notice={say(
        "at a trial the band closes, between trials it opens. The fourth to seventh trial look between the first three. Once the lowest place is found, the eighth goes to the far right, where little is known. With ℓ = 2 the band is too narrow and misses the truth by far.",
      )}
      why={say(
        "the expected improvement is large where the mean is low or the band is wide. What the model believes between trials comes from its assumptions, above all from ℓ; a wrong ℓ makes wrong beliefs, and it does not know.",
      )}
      summary={bayesianSummary(state, model, t)}
      table={bayesianTable(model)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Loss against the learning rate: the trials so far, the belief of the model with a band of two standard deviations, and the next trial.",
        )}
        frame={beliefFrame}
        background={beliefBackground}
        foreground={() => beliefForeground(model, belief, t, truth)}
      />
      <PlotFigure
        label={say(
          "Expected improvement against the learning rate; the next trial is where it is highest.",
        )}
        frame={improvementFrame}
        background={improvementBackground}
        foreground={() => improvementForeground(model, belief, t)}
      />
      <Readouts
        of={[
          {
            key: "best",
            label: say("lowest loss"),
            value: best === undefined ? "–" : fixed(best.score, 4),
          },
          {
            key: "at",
            label: say("at r"),
            value: best === undefined ? "–" : fixed(best.values.r, 3),
          },
          {
            key: "improvement",
            label: say("highest expected improvement"),
            value: belief.length === 0 ? "–" : significant(peakOf(belief), 2),
          },
          {
            key: "next",
            label: say("next r"),
            value: next === undefined ? "–" : fixed(next.values.r, 3),
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} noun="trial" />
        <div className="widget-row">
          <Slider
            symbol="ℓ"
            label={say("length, in powers of ten")}
            track={lengthTrack}
            value={length}
            onChange={(value) => change({ length: value })}
          />
        </div>
        <div className="widget-options">
          <Presets
            legend={say("try")}
            of={PRESETS}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(one) => change({ length: one.length })}
          />
          <Toggle
            label={say("show the truth")}
            checked={truth}
            onChange={(on) => change({ truth: on })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
