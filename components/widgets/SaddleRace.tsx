import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { powerOfTen } from "#src/plotting/digits.ts";
import { methodLooks } from "#src/plotting/method-looks.ts";
import { methodWords } from "#src/plotting/method-words.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { Swatch } from "./Swatch.tsx";
import { distanceBackground, distanceForeground, distanceFrame } from "./saddle-race/distance.ts";
import { raceModel } from "./saddle-race/model.ts";
import { ridgeBackground, ridgeForeground, ridgeFrame } from "./saddle-race/plane.ts";
import { EPSILONS, etaTrack, LAST_SEED, raceFields, SIGMAS, y0Track } from "./saddle-race/state.ts";
import { leaving, raceSummary, raceTable } from "./saddle-race/words.ts";
import { nextSeed } from "./seed.ts";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W04.1: seven methods leave a saddle from a start almost on its ridge. */
export default function SaddleRace(): ReactNode {
  const { state, change, reset } = useUrlState("saddle-race", raceFields);
  const { eta, y0, onAxis, sigma, seed, epsilon } = state;
  const model = useMemo(
    () => raceModel({ eta, y0, onAxis, sigma, seed, epsilon }),
    [eta, y0, onAxis, sigma, seed, epsilon],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, model.length, seek);
  const { t } = player;
  const distance = useCallback((width: number) => distanceFrame(width, model), [model]);
  return (
    <WidgetFrame
      id="saddle-race"
      title={say("Leaving a saddle")}
      tryThis={say(
        "starting ten times nearer to the axis, and again; then exactly on it; then on it with a little noise.",
      )}
      notice={say(
        "each factor of ten costs gradient descent the same number of steps once more, and the adaptive methods few or none. From the axis itself nobody leaves, until there is noise.",
      )}
      why={say(
        "the slope away from the axis is proportional to the distance from it. Methods that follow its size grow by a factor per step; methods that divide by its size take steps whose length hardly depends on it. Zero stays zero either way.",
      )}
      summary={raceSummary(state, model, t)}
      table={raceTable(model)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Level lines of a pass between two hollows, with the paths of seven methods that start on its ridge.",
          )}
          widths={[340, 320]}
          frame={ridgeFrame}
          background={ridgeBackground}
          foreground={() => ridgeForeground(model, t)}
        />
        <PlotFigure
          label={say(
            "The distance of each method from the axis against the number of steps, on a logarithmic scale.",
          )}
          widths={[340, 320]}
          frame={distance}
          background={distanceBackground}
          foreground={(frame: PlotFrame) => distanceForeground(model, t, frame)}
        />
      </div>
      <Readouts
        of={model.runs.map((run) => ({
          key: run.name,
          label: (
            <>
              <Swatch {...methodLooks[run.name]} /> {methodWords(run.name)}
            </>
          ),
          value: leaving(run),
        }))}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <Slider
            symbol="y₀"
            name="distance-from-saddle"
            label={say("distance from the axis")}
            track={y0Track}
            value={y0}
            onChange={(value) => change({ y0: value, onAxis: false })}
          />
          <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
        </div>
        <div className="widget-options">
          <Toggle
            label={say("start exactly on the axis")}
            checked={onAxis}
            onChange={(checked) => change({ onAxis: checked })}
          />
          <Choice
            legend={say("noise σ =")}
            options={SIGMAS.map((value) => ({ value, label: asPower(value) }))}
            value={sigma}
            onChange={(value) => change({ sigma: value })}
          />
          <div className="widget-buttons">
            <button
              type="button"
              disabled={sigma === 0}
              onClick={() => change({ seed: nextSeed(seed, LAST_SEED) })}
            >
              {say("Other noise")}
            </button>
          </div>
          <Choice
            legend={say("ε of AdaGrad, RMSprop and Adam =")}
            options={EPSILONS.map((value) => ({ value, label: asPower(value) }))}
            value={epsilon}
            onChange={(value) => change({ epsilon: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}

/** "10⁻²" for 0.01. */
function asPower(value: number): string {
  return value === 0 ? "0" : powerOfTen(Math.round(Math.log10(value)));
}
