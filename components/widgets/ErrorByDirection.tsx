import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import {
  bar,
  barFrame,
  lossBackground,
  lossForeground,
  lossFrame,
} from "./error-by-direction/figures.ts";
import { bestRun, errorRun } from "./error-by-direction/model.ts";
import { errorFields, etaTrack, presetOf, presets, STEPS } from "./error-by-direction/state.ts";
import { errorSummary, errorTable } from "./error-by-direction/words.ts";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const nothing = () => [];

/** W03.2: the loss of a run as the sum of what is left in each direction. */
export default function ErrorByDirection(): ReactNode {
  const { state, change, reset } = useUrlState("error-by-direction", errorFields);
  const { eta, log } = state;
  const run = useMemo(() => errorRun(eta), [eta]);
  const best = useMemo(bestRun, []);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const loss = useCallback((width: number) => lossFrame(width, log), [log]);
  return (
    <WidgetFrame
      id="error-by-direction"
      title={say("Who is to blame for the loss")}
      tryThis={say("η = 1.5 and the best rate, and move t from 100 to 500.")}
      notice={say(
        "the best rate overtakes η = 1.5 only at step 473: with it the stiff direction, which has most of the loss at first, fades as slowly as the flattest.",
      )}
      why={say(
        "each part falls by the factor (1 − ηλ)² per step; the best rate makes the two slowest factors equal, which counts in the long run only.",
      )}
      summary={errorSummary(run, best, t)}
      table={errorTable(run, best)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "The loss against the number of steps at η = {eta}, with its three parts, and the loss at the best rate.",
          { eta: significant(eta) },
        )}
        frame={loss}
        background={lossBackground}
        foreground={(frame) => lossForeground(run, best, t, frame)}
      />
      <p className="widget-panel-title">{say("What the loss of step {t} consists of", { t })}</p>
      <PlotFigure
        label={say(
          "A bar divided by the shares of the three curvatures in the loss of the step shown.",
        )}
        frame={barFrame}
        background={nothing}
        foreground={(frame) => bar(run, t, frame)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
          <div className="widget-options">
            <Presets
              legend="η ="
              of={presets}
              chosen={presetOf(state)}
              onChoose={({ eta }) => change({ eta })}
            />
            <Toggle
              label={say("logarithmic loss")}
              checked={log}
              onChange={(checked) => change({ log: checked })}
            />
          </div>
        </div>
      </div>
    </WidgetFrame>
  );
}
