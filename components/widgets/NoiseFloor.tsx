import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { floorModel } from "./noise-floor/model.ts";
import { runningBackground, runningForeground, runningFrame } from "./noise-floor/running.ts";
import { BATCHES, etaTrack, floorFields, lambdaTrack, presets } from "./noise-floor/state.ts";
import {
  heightOf,
  histogramBackground,
  histogramForeground,
  histogramFrame,
  trackBackground,
  trackForeground,
  trackFrame,
} from "./noise-floor/track.ts";
import { floorSummary, floorTable, short } from "./noise-floor/words.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { nextSeed } from "./seed.ts";
import { sameSetting } from "./slider-scale.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W02.2, the floor: noisy descent on a parabola, started at the minimum. */
export default function NoiseFloor(): ReactNode {
  const { state, change, reset } = useUrlState("noise-floor", floorFields);
  const { eta, lambda, b, seed } = state;
  const model = useMemo(() => floorModel({ eta, lambda, b, seed }), [eta, lambda, b, seed]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, model.positions.length - 1, seek);
  const { t } = player;
  const top = heightOf(model);
  const track = useCallback((width: number) => trackFrame(width, top), [top]);
  const histogram = useCallback((width: number) => histogramFrame(width, top), [top]);
  const preset = presets.findIndex((one) => sameSetting(eta, one.eta));
  return (
    <WidgetFrame
      id="noise-floor"
      title={say("Kicked out of the minimum")}
      tryThis={say("the four rates; then η = 0.1 with b = 4, and η = 0.025 with b = 1.")}
      notice={say(
        "it never settles, at any rate above 0. The floor rises with η and falls with b: a quarter of the rate does nearly what four times the batch does. Well above ηλ = 1 x jumps from side to side.",
      )}
      why={say(
        "each step shrinks what is there and adds a kick of its own size. Where what is lost equals what is added, the variance stands still.",
      )}
      summary={floorSummary(state, model, t)}
      table={floorTable(model)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-wide-narrow">
        <PlotFigure
          label={say(
            "The last 200 positions of a noisy run about the minimum at 0, between {bottom} and {top}.",
            { bottom: -top, top },
          )}
          widths={[340, 400]}
          frame={track}
          background={trackBackground}
          foreground={(frame: PlotFrame) => trackForeground(model, t, frame)}
        />
        <PlotFigure
          label={say("How often the run was at which position, with the bell curve of the theory.")}
          widths={[340, 240]}
          frame={histogram}
          background={histogramBackground}
          foreground={(frame: PlotFrame) => histogramForeground(model, t, frame)}
        />
      </div>
      <PlotFigure
        label={say(
          "The mean of x² so far against the number of steps, both on logarithmic scales, and the theory’s {theory}.",
          { theory: short(model.theory) },
        )}
        frame={runningFrame}
        background={runningBackground}
        foreground={(frame: PlotFrame) => runningForeground(model, t, frame)}
      />
      <Readouts
        of={[
          { key: "measured", label: say("variance so far"), value: short(model.variances[t]) },
          {
            key: "theory",
            label: say("theory"),
            value: model.theory === undefined ? "no floor" : short(model.theory),
          },
          { key: "factor", label: say("factor 1 − ηλ"), value: significant(1 - eta * lambda, 3) },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
          <Slider
            symbol="λ"
            name="curvature"
            label={say("curvature")}
            track={lambdaTrack}
            value={lambda}
            onChange={(value) => change({ lambda: value })}
          />
        </div>
        <div className="widget-options">
          <Presets
            legend={say("try")}
            of={presets}
            chosen={preset < 0 ? undefined : preset}
            onChoose={({ eta: rate }) => change({ eta: rate })}
          />
          <Choice
            legend={say("batch size b =")}
            options={BATCHES.map((value) => ({ value, label: value }))}
            value={b}
            onChange={(value) => change({ b: value })}
          />
          <div className="widget-buttons">
            <button type="button" onClick={() => change({ seed: nextSeed(seed) })}>
              {say("Other noise")}
            </button>
          </div>
        </div>
      </div>
    </WidgetFrame>
  );
}
