import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { sameSetting } from "./slider-scale.ts";
import {
  courseBackground,
  courseForeground,
  courseFrame,
  limitBackground,
  limitForeground,
  limitFrame,
} from "./stale-gradients/figures.ts";
import { staleModel } from "./stale-gradients/model.ts";
import { etaTrack, PRESETS, STEPS, staleFields, tauTrack } from "./stale-gradients/state.ts";
import { staleSummary, staleTable } from "./stale-gradients/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W15.1: descent whose gradients come late, and how small the rate has to be. */
export default function StaleGradients(): ReactNode {
  const { state, change, reset } = useUrlState("stale-gradients", staleFields);
  const { tau, eta } = state;
  const model = useMemo(() => staleModel(tau, eta), [tau, eta]);
  const fresh = useMemo(() => staleModel(0, eta), [eta]);
  const table = useMemo(() => staleTable(model), [model]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const preset = PRESETS.findIndex((one) => sameSetting(eta, one.eta));
  return (
    <WidgetFrame
      id="stale-gradients"
      title={say("A gradient that comes late")}
      tryThis={say(
        "η = 0.36 in place of 0.3; then other delays, each with a rate just below and just above the border.",
      )}
      notice={say(
        "with fresh gradients η = 0.3 goes straight down. Four updates late it swings to and fro, and 0.36 makes the swings grow. At η = 0.03 the delay hardly shows.",
      )}
      why={say(
        "the run has crossed the minimum, and the gradients still tell it to go on, until they have heard of it. The later they are and the larger the rate, the farther it has gone by then.",
      )}
      summary={staleSummary(state, model, t)}
      table={table}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Position on the parabola against the number of updates, with late gradients and, dotted, with fresh ones.",
        )}
        frame={courseFrame}
        background={courseBackground}
        foreground={(frame: PlotFrame) => courseForeground(model, fresh, t, frame)}
      />
      <PlotFigure
        label={say(
          "The largest learning rate that converges against the delay, on a logarithmic scale, and the present setting.",
        )}
        frame={limitFrame}
        background={limitBackground}
        foreground={(frame: PlotFrame) => limitForeground(tau, eta, frame)}
      />
      <Readouts
        of={[
          { key: "limit", label: say("largest stable η"), value: significant(model.limit, 4) },
          { key: "x", label: "x", value: significant(model.xs[t] ?? Number.NaN, 4) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <Slider
            symbol="τ"
            name="delay"
            label={say("updates late")}
            track={tauTrack}
            value={tau}
            onChange={(value) => change({ tau: Math.round(value) })}
          />
          <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
        </div>
        <div className="widget-options">
          <Presets
            legend={say("a rate:")}
            of={PRESETS}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(one) => change({ eta: one.eta })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
