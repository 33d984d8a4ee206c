import { type ReactNode, useCallback } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import {
  lossBackground,
  lossForeground,
  lossFrame,
  sharpnessBackground,
  sharpnessForeground,
  sharpnessFrame,
} from "./sharpness-meter/figures.ts";
import type { SharpnessRun } from "./sharpness-meter/run.ts";
import { EVERY, etaTrack, PRESETS, STEPS, sharpnessFields } from "./sharpness-meter/state.ts";
import { useTraining } from "./sharpness-meter/use-training.ts";
import { measuredAt, sharpnessSummary, sharpnessTable } from "./sharpness-meter/words.ts";
import { sameSetting } from "./slider-scale.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

export interface SharpnessMeterProps {
  /** The run of the build, at the rate that is shown first. */
  readonly start: SharpnessRun;
}

/** W12.4: the largest curvature of a network while it is trained. */
export default function SharpnessMeter({ start }: SharpnessMeterProps): ReactNode {
  const { state, change, reset } = useUrlState("sharpness-meter", sharpnessFields);
  const { eta } = state;
  const run = useTraining(start, eta);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const look = measuredAt(run, t);
  const preset = PRESETS.findIndex((one) => sameSetting(one.eta, eta));
  return (
    <WidgetFrame
      id="sharpness-meter"
      title={say("How sharp, while it learns")}
      tryThis={say("the four rates; each is trained here while you watch. Then rates of your own.")}
      notice={say(
        "where the dashed line is out of reach, the sharpness grows, ever more slowly. Where the line is in its way, the sharpness overshoots, falls back and stays near it. In the run that starts above the line, it comes down.",
      )}
      why={say(
        "beyond 2/η steps along the steepest direction grow instead of shrinking. On this loss they lead to places where the curvature is lower, and there they shrink again.",
      )}
      summary={sharpnessSummary(run, eta, t)}
      table={sharpnessTable(run)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "The sharpness against the step of training, with the limit 2/η = {limit} as a dashed line.",
          { limit: significant(2 / eta, 3) },
        )}
        frame={sharpnessFrame}
        background={sharpnessBackground}
        foreground={(frame: PlotFrame) => sharpnessForeground(run, eta, t, frame)}
      />
      <PlotFigure
        label={say("The loss against the step of training, on a logarithmic scale.")}
        frame={lossFrame}
        background={lossBackground}
        foreground={(frame: PlotFrame) => lossForeground(run, t, frame)}
      />
      <Readouts
        of={[
          { key: "limit", label: say("limit 2/η"), value: significant(2 / eta, 3) },
          {
            key: "sharpness",
            label: say("sharpness at step {step}", { step: look * EVERY }),
            value: significant(run.sharpness[look] as number, 3),
          },
          { key: "loss", label: say("loss"), value: significant(run.loss[look] as number, 3) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
        </div>
        <div className="widget-options">
          <Presets
            legend="η ="
            of={PRESETS}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(chosen) => change({ eta: chosen.eta })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
