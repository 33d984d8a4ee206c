import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Slider } from "./Slider.tsx";
import { positionBackground, positionForeground, positionFrame } from "./step-or-rate/figure.ts";
import { stepOrRateModel } from "./step-or-rate/model.ts";
import { LENGTHS, lengthTrack, rateTrack, STEPS, stepOrRateFields } from "./step-or-rate/state.ts";
import { fate, stepOrRateSummary, stepOrRateTable } from "./step-or-rate/words.ts";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W01.3: steps of a fixed length against steps of a fixed rate, on x². */
export default function StepOrRate(): ReactNode {
  const { state, change, reset } = useUrlState("step-or-rate", stepOrRateFields);
  const { h, eta, log } = state;
  const model = useMemo(() => stepOrRateModel({ h, eta }), [h, eta]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const frame = useCallback((width: number) => positionFrame(width, log), [log]);
  const background = useCallback(() => positionBackground(log), [log]);
  return (
    <WidgetFrame
      id="step-or-rate"
      title={say("Fixed step or fixed rate")}
      tryThis={say(
        "other lengths h, with the logarithmic distance on: the farther of the two ends of the jump is never nearer than h/2, so only a shorter length brings it down.",
      )}
      notice={say(
        "the fixed rate comes to rest, the fixed length jumps around the minimum. At h\u00a0=\u00a00.25 it happens to land on 0, because 2 is a multiple of 0.25; the gradient is 0 there, and it stays. 2 is a multiple of 0.1 too, but 0.1 has no exact binary form, and the rounded steps miss.",
      )}
      why={say(
        "η‖∇f‖ shrinks with the slope; a fixed length jumps over the minimum and back, and the two ends of the jump lie h apart.",
      )}
      summary={stepOrRateSummary(state, model, t)}
      table={stepOrRateTable(model)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Position against the number of steps: with a fixed length the run {ending}; with a fixed rate the distance shrinks by one factor per step.",
          { ending: fate(model) },
        )}
        frame={frame}
        background={background}
        foreground={(size) => positionForeground(model, t, log, size)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <Slider
            symbol="h"
            name="small-distance"
            label={say("length of every step")}
            track={lengthTrack}
            value={h}
            onChange={(value) => change({ h: value })}
          />
          <LearningRate
            track={rateTrack}
            value={eta}
            onChange={(value) => change({ eta: value })}
          />
        </div>
        <div className="widget-options">
          <Choice
            legend="h ="
            options={LENGTHS.map((value) => ({ value, label: value }))}
            value={h}
            onChange={(value) => change({ h: value })}
          />
          <Toggle
            label={say("logarithmic distance")}
            checked={log}
            onChange={(checked) => change({ log: checked })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
