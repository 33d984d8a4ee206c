import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { courseBackground, courseForeground, courseFrame } from "./newton-line/course.ts";
import { graphBackground, graphForeground, graphFrame } from "./newton-line/graph.ts";
import { basinsOf, newtonRun, type Stand } from "./newton-line/model.ts";
import { CURVES, curveOf, newtonLineFields, withCurve } from "./newton-line/state.ts";
import { ending, newtonLineSummary, newtonLineTable } from "./newton-line/words.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { sameSetting } from "./slider-scale.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W12.2: Newton's method in one variable, parabola by parabola. */
export default function NewtonLine(): ReactNode {
  const { state, change, reset } = useUrlState("newton-line", newtonLineFields);
  const { curve: name, x } = state;
  const curve = curveOf(state);
  const trial = useMemo(() => newtonRun(curveOf({ curve: name }), x), [name, x]);
  const basins = useMemo(() => basinsOf(curveOf({ curve: name })), [name]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, trial.stands.length - 1, seek);
  const { t } = player;
  const frame = useCallback((width: number) => graphFrame(width, curve), [curve]);
  const ground = useCallback(
    (size: PlotFrame) => graphBackground(curve, basins, size),
    [curve, basins],
  );
  const clock = useCallback((width: number) => courseFrame(width, trial), [trial]);
  const [low, high] = curve.window.y;
  const start = trial.stands[0] as Stand;
  const preset = curve.presets.findIndex((one) => sameSetting(one.x, x) || one.x === x);
  return (
    <WidgetFrame
      id="newton-line"
      title={say("From parabola to parabola")}
      tryThis={say(
        "the three starts on the first function, step by step; then the other functions, and drag the start.",
      )}
      notice={say(
        "where the run converges, the line below bends down ever more steeply: the number of correct digits doubles at each step, or more than that. On x⁴ it is straight. A dashed parabola that opens downward is left at its top.",
      )}
      why={say(
        "each step goes to the level point of the dashed parabola (open circle), and then to the graph above or below it. Near a minimum the parabola is nearly the graph. Where the second derivative is small, its level point is far away.",
      )}
      summary={newtonLineSummary(trial, t)}
      table={newtonLineTable(trial)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Graph of {function} with a run of Newton’s method from {x}, which {ending}; a bar below shows where each start ends.",
          { function: curve.label, x: significant(x), ending: ending(trial) },
        )}
        frame={frame}
        background={ground}
        foreground={(size: PlotFrame) => graphForeground(trial, t, size)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={{ x, y: Math.max(low, Math.min(start.f, high)) }}
            label={say("Start of the run")}
            valueText={`x ${significant(x)}`}
            step={{ x: 0.01, y: 0 }}
            onMove={(point) => {
              // A function that is not defined at 0 or left of it is started right of it.
              const from = Number(Math.max(point.x, curve.domain[0] + 0.01).toFixed(3));
              change({ x: from, t: 0 });
            }}
          />
        )}
      />
      <PlotFigure
        label={say(
          "The distance from the point where the run ends, against the number of steps, on a logarithmic scale.",
        )}
        frame={clock}
        background={courseBackground}
        foreground={(size: PlotFrame) => courseForeground(trial, t, size)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Presets
            legend={say("start at")}
            of={curve.presets}
            chosen={preset < 0 ? undefined : preset}
            onChoose={(chosen) => change({ x: chosen.x, t: 0 })}
          />
          <Choice
            legend="f(x) ="
            options={CURVES.map((one) => ({ value: one.name, label: one.label }))}
            value={name}
            onChange={(value) => change(withCurve(value))}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
