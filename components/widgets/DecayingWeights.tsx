import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { weightsBackground, weightsForeground, weightsFrame } from "./decaying-weights/figure.ts";
import { weightsModel } from "./decaying-weights/model.ts";
import { betaTrack, lengthFor, weightsFields } from "./decaying-weights/state.ts";
import { percent, weightsSummary, weightsTable } from "./decaying-weights/words.ts";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W05.2: the weights of an exponentially weighted average by age, and how they add up. */
export default function DecayingWeights(): ReactNode {
  const { state, change, reset } = useUrlState("decaying-weights", weightsFields);
  const { beta } = state;
  const length = lengthFor(beta);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, length, seek);
  const { t } = player;
  const model = useMemo(() => weightsModel(beta, t, length), [beta, t, length]);
  const frame = useCallback((width: number) => weightsFrame(width, beta, length), [beta, length]);
  return (
    <WidgetFrame
      id="decaying-weights"
      title={say("How much each number counts")}
      tryThis={say("play, and watch the sum; then set β to 0.5 and to 0.98.")}
      notice={say(
        "one window, the newest 1/(1 − β) numbers, has about two thirds of the weight, not all of it; for nine tenths it takes about two windows or more.",
      )}
      why={say(
        "every step multiplies all weights by β, so they form a geometric series, and the part still missing after t numbers is βᵗ. The mean age counts each age by its weight; a plain mean of as many numbers as the effective sample size is as noisy.",
      )}
      summary={weightsSummary({ beta, t }, model)}
      table={weightsTable(beta, model)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Bars of the weights by age for β = {beta}; those of the newest {t} numbers are blue.",
          { beta: significant(beta), t },
        )}
        frame={frame}
        background={weightsBackground}
        foreground={(size: PlotFrame) => weightsForeground(model, t, size)}
      />
      <Readouts
        of={[
          { key: "mass", label: say("sum so far, 1 − βᵗ"), value: fixed(model.mass, 4) },
          { key: "window", label: say("share of one window"), value: percent(model.inWindow) },
          { key: "age", label: say("mean age"), value: significant(model.meanAge, 3) },
          {
            key: "size",
            label: say("effective sample size"),
            value: significant(model.effectiveSize, 3),
          },
        ]}
      />
      <div className="widget-controls">
        <Slider
          symbol="β"
          name="kept-in-average"
          label={say("retention")}
          track={betaTrack}
          value={beta}
          onChange={(value) => change({ beta: value })}
        />
        <Player player={player} onReset={reset} />
      </div>
    </WidgetFrame>
  );
}
