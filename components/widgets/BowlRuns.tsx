import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { lossBackground, lossForeground, lossFrame } from "./bowl-runs/loss.ts";
import { bowlRuns } from "./bowl-runs/model.ts";
import { planeBackground, planeForeground, planeFrame } from "./bowl-runs/plane.ts";
import { type SceneName, scenes } from "./bowl-runs/scenes.ts";
import { angleTrack, BETA2S, bowlRunsFields, cTrack, etaTrack } from "./bowl-runs/state.ts";
import { bowlRunsSummary, bowlRunsTable, standingWords } from "./bowl-runs/words.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

export interface BowlRunsProps {
  /** Which comparison; also the id of the figure. */
  readonly scene: SceneName;
}

/** W10.1 (second part), W10.2 (second part), W10.3: methods side by side in one ravine. */
export default function BowlRuns({ scene: name }: BowlRunsProps): ReactNode {
  const scene = scenes[name];
  const { window, knobs, steps } = scene;
  const { state, change, reset } = useUrlState(name, bowlRunsFields[name]);
  const { c, angle, eta, beta2 } = state;
  const runs = useMemo(
    () => bowlRuns(name, { c, angle, eta, beta2 }),
    [name, c, angle, eta, beta2],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, steps, seek);
  const { t } = player;
  const plane = useCallback((width: number) => planeFrame(width, window), [window]);
  const ground = useCallback(() => planeBackground(window, angle), [window, angle]);
  const loss = useCallback((width: number) => lossFrame(width, scene), [scene]);
  const lossGround = useCallback((frame: PlotFrame) => lossBackground(frame, scene), [scene]);
  const names = scene.runners.join(", ");
  return (
    <WidgetFrame
      id={name}
      title={scene.title}
      tryThis={scene.tryThis}
      notice={scene.notice}
      why={scene.why}
      summary={bowlRunsSummary(name, state, runs, t)}
      table={bowlRunsTable(name, runs)}
      playing={player.playing}
    >
      <PlotFigure
        label={say("Level lines of a ravine with the paths of {methods}, all from one start.", {
          methods: names,
        })}
        frame={plane}
        background={ground}
        foreground={() => planeForeground(runs, t, window)}
      />
      <PlotFigure
        label={say("The loss of {methods} against the number of steps, on a logarithmic scale.", {
          methods: names,
        })}
        frame={loss}
        background={lossGround}
        foreground={(frame: PlotFrame) => lossForeground(runs, t, frame)}
      />
      <Readouts
        of={runs.map((run) => ({
          key: run.name,
          label: say("loss, {method}", { method: run.name }),
          value: standingWords(run, t),
        }))}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          {knobs.includes("c") && (
            <Slider
              symbol="c"
              label={say("factor before the loss")}
              track={cTrack}
              value={c}
              onChange={(value) => change({ c: value })}
            />
          )}
          {knobs.includes("angle") && (
            <Slider
              symbol="φ"
              name="angle"
              label={say("axes turned, degrees")}
              track={angleTrack}
              value={angle}
              onChange={(value) => change({ angle: value })}
            />
          )}
          {knobs.includes("eta") && (
            <LearningRate
              track={etaTrack}
              value={eta}
              onChange={(value) => change({ eta: value })}
            />
          )}
        </div>
        {knobs.includes("beta2") && (
          <div className="widget-options">
            <Choice
              legend="β₂ ="
              options={BETA2S.map((value) => ({ value, label: value }))}
              value={beta2}
              onChange={(value) => change({ beta2: value })}
            />
          </div>
        )}
      </div>
    </WidgetFrame>
  );
}
