import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { courseBackground, courseForeground, courseFrame, timeOf } from "./one-variable/course.ts";
import { graphBackground, graphForeground, graphFrame, valueAt } from "./one-variable/graph.ts";
import { FLAT, walk } from "./one-variable/model.ts";
import { CURVES, curveOf, oneVariableFields, presetOf, withCurve } from "./one-variable/state.ts";
import { ending, walkSummary, walkTable } from "./one-variable/words.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W01.2: gradient descent on the graph of a function of one variable. */
export default function OneVariable(): ReactNode {
  const { state, change, reset } = useUrlState("one-variable", oneVariableFields);
  const { curve: name, eta, x, log } = state;
  const curve = curveOf(state);
  const descent = useMemo(() => walk({ curve: name, eta, x }), [name, eta, x]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, descent.steps.length - 1, seek);
  const { t } = player;
  const time = timeOf(descent);

  const graph = useCallback((width: number) => graphFrame(width, curve), [curve]);
  const ground = useCallback(() => graphBackground(curve), [curve]);
  const clock = useCallback(
    (width: number) => courseFrame(width, curve, time, log),
    [curve, time, log],
  );
  const lines = useCallback(() => courseBackground(curve, log), [curve, log]);
  return (
    <WidgetFrame
      id="one-variable"
      title={say("Down a curve, step by step")}
      tryThis={say(
        "the settings in turn, from one side to divergence, and step through each; then drag the start.",
      )}
      notice={say(
        "one number makes the same rule creep, overstep, leap into the other valley, bounce for ever or explode. A run counts as at rest when the size of its slope is {limit} or less.",
        { limit: FLAT },
      )}
      why={say(
        "a step is the slope times η. Near the bottom of a valley whose curvature is above 2/η (see “What the learning rate does”), each step lands farther out than it came from.",
      )}
      summary={walkSummary(state, descent, t)}
      table={walkTable(descent)}
      playing={player.playing}
    >
      <PlotFigure
        label={say("Graph of {function} with the points of a run from {x}, which {ending}.", {
          function: curve.label,
          x: significant(x),
          ending: ending(descent),
        })}
        frame={graph}
        background={ground}
        foreground={(frame) => graphForeground(descent, t, frame)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={{ x, y: Math.min(valueAt(curve, x), curve.window.y[1]) }}
            label={say("Start of the run")}
            valueText={`x ${significant(x)}`}
            step={{ x: curve.window.x[1] / 240, y: 0 }}
            onMove={(point) => change({ x: Number(point.x.toPrecision(3)) })}
          />
        )}
      />
      <PlotFigure
        label={
          log
            ? say(
                "Height above the lowest value against the number of steps, on a logarithmic scale.",
              )
            : say("Position against the number of steps, with the critical points dotted.")
        }
        frame={clock}
        background={lines}
        foreground={(frame) => courseForeground(descent, t, log, frame)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <LearningRate
          track={curve.rates}
          value={eta}
          onChange={(value) => change({ eta: value })}
        />
        <div className="widget-options">
          <Presets
            legend={say("try")}
            of={curve.presets}
            chosen={presetOf(state)}
            onChoose={({ eta, x }) => change({ eta, x })}
          />
        </div>
        <div className="widget-options">
          <Choice
            legend="f(x) ="
            options={CURVES.map((one) => ({ value: one.name, label: one.label }))}
            value={name}
            onChange={(value) => change(withCurve(value))}
          />
          <Toggle
            label={say("logarithmic height")}
            checked={log}
            onChange={(checked) => change({ log: checked })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
