import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import {
  historyBackground,
  historyForeground,
  historyFrame,
  valleyBackground,
  valleyForeground,
  valleyFrame,
} from "./trust-region-run/figures.ts";
import { trustRun } from "./trust-region-run/model.ts";
import { radiusTrack, SOLVERS, trustRunFields } from "./trust-region-run/state.ts";
import { ratioInWords, trustSummary, trustTable } from "./trust-region-run/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W13.2, second part: a whole run of a trust region on Rosenbrock's valley. */
export default function TrustRegionRun(): ReactNode {
  const { state, change, reset } = useUrlState("trust-region-run", trustRunFields);
  const { x, y, radius, solver } = state;
  const run = useMemo(() => trustRun({ x, y, radius, solver }), [x, y, radius, solver]);
  const length = run.steps.length;
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, length, seek);
  const { t } = player;
  const history = useCallback((width: number) => historyFrame(width, length), [length]);
  const tries = run.steps[t - 1]?.tries ?? [];
  const last = tries.at(-1);
  return (
    <WidgetFrame
      id="trust-region-run"
      title={say("A trust region follows the valley")}
      tryThis={say(
        "single steps from 0. Then a start at the right, and a first radius of 0.05 or of 4.",
      )}
      notice={say(
        "inside the circle are level lines of the model, which is right where they fit the valley’s. A cross is a try that was not taken: from there the circle shrinks to a quarter. In the straight parts it doubles, and at the end it no longer matters.",
      )}
      why={say(
        "the model bends as the function does at the point itself. The valley turns, and a step as long as its bend leads out of it; then f falls by much less than was promised.",
      )}
      summary={trustSummary(state, run, t)}
      table={trustTable(run)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Level lines of Rosenbrock’s valley with the path of the trust region, and about its last point but one the circle within which the model was trusted, with the level lines of the model.",
        )}
        frame={valleyFrame}
        background={valleyBackground}
        foreground={() => valleyForeground(run, t)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={{ x, y }}
            label={say("Start of the run")}
            valueText={pair(x, y, 1)}
            step={{ x: 0.1, y: 0.1 }}
            onMove={(point) => change({ x: point.x, y: point.y })}
          />
        )}
      />
      <PlotFigure
        label={say(
          "The radius of the trust region and the value of f against the number of steps, both on a logarithmic scale.",
        )}
        frame={history}
        background={historyBackground}
        foreground={(frame: PlotFrame) => historyForeground(run, t, frame)}
      />
      <Readouts
        of={[
          { key: "f", label: "f", value: significant(run.values[t] as number, 3) },
          { key: "tries", label: say("tries"), value: tries.length === 0 ? "–" : tries.length },
          {
            key: "radius",
            label: say("Δ of this step"),
            value: last === undefined ? "–" : significant(last.radius, 3),
          },
          {
            key: "ratio",
            label: say("ratio"),
            value:
              last === undefined ? "–" : `${fixed(last.ratio, 2)}, ${ratioInWords(last.ratio)}`,
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("step by")}
            options={SOLVERS}
            value={solver}
            onChange={(value) => change({ solver: value })}
          />
        </div>
        <div className="widget-row">
          <Slider
            symbol="Δ"
            name="radius"
            label={say("first radius")}
            track={radiusTrack}
            value={radius}
            onChange={(value) => change({ radius: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
