import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Slider } from "./Slider.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import { fadingBackground, fadingForeground, fadingFrame } from "./weight-decay/figure.ts";
import { fading } from "./weight-decay/model.ts";
import { DEVIATIONS, omegaTrack, STEPS, weightDecayFields } from "./weight-decay/state.ts";
import { weightDecaySummary, weightDecayTable } from "./weight-decay/words.ts";

const CHOICES = DEVIATIONS.map((value) => ({ value, label: significant(value) }));

/** W16.1: what a penalty inside Adam does to a weight, and decay beside it. */
export default function WeightDecay(): ReactNode {
  const { state, change, reset } = useUrlState("weight-decay", weightDecayFields);
  const { omega, left, right } = state;
  const onLeft = useMemo(() => fading(left, omega), [left, omega]);
  const onRight = useMemo(() => fading(right, omega), [right, omega]);
  const sides = [onLeft, onRight] as const;
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  return (
    <WidgetFrame
      id="weight-decay"
      title={say("Two weights that see nothing but noise")}
      tryThis={say("other noise on either side, then a larger ω.")}
      notice={say(
        "with the penalty, the noisy weight keeps nearly all of itself and the quiet one fades away. AdamW’s curve is the same on both sides, and close to (1 − ηω)ᵗ. At a standard deviation of 1 the two agree.",
      )}
      why={say("it matters where the decay enters Adam’s step. The question below asks how.")}
      summary={weightDecaySummary(state, sides, t)}
      table={weightDecayTable(state, sides)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        {sides.map((side, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the left one and the right one
          <div key={index}>
            <p className="widget-panel-title">
              {say("gradients of standard deviation {deviation}", {
                deviation: significant(index === 0 ? left : right),
              })}
            </p>
            <PlotFigure
              label={say(
                "The mean of a weight that starts at 1, against the number of steps: without decay, with a penalty in Adam, with AdamW; {side} weight.",
                { side: index === 0 ? say("left") : say("right") },
              )}
              widths={[340, 320]}
              frame={fadingFrame}
              background={fadingBackground}
              foreground={(frame: PlotFrame) => fadingForeground(side, t, frame)}
            />
          </div>
        ))}
      </div>
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <Slider
            symbol="ω"
            name="weight-decay"
            label={say("decay")}
            track={omegaTrack}
            value={omega}
            onChange={(value) => change({ omega: value })}
          />
        </div>
        <div className="widget-options">
          <Choice
            legend={say("noise of the left weight")}
            options={CHOICES}
            value={left}
            onChange={(value) => change({ left: value })}
          />
          <Choice
            legend={say("noise of the right weight")}
            options={CHOICES}
            value={right}
            onChange={(value) => change({ right: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
