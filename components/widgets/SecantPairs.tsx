import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { pair, significant } from "#src/plotting/digits.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import {
  ellipseBackground,
  ellipseForeground,
  ellipseFrame,
  planeBackground,
  planeForeground,
  planeOf,
} from "./secant-pairs/figures.ts";
import { bendsUp, inverseOf, type Learned, secantRun } from "./secant-pairs/model.ts";
import { SCENES, SURFACES, secantFields } from "./secant-pairs/state.ts";
import { entries, secantSummary, secantTable } from "./secant-pairs/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** The secant pairs of BFGS, as an ellipse that learns the curvature. */
export default function SecantPairs(): ReactNode {
  const { state, change, reset } = useUrlState("secant-pairs", secantFields);
  const { surface, x, y } = state;
  const run = useMemo(() => secantRun({ surface, x, y }), [surface, x, y]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, run.length - 1, seek);
  const { t } = player;
  const now = run[t] as Learned;
  const plane = useCallback((width: number) => planeOf(width, surface), [surface]);
  const planeGround = useCallback(() => planeBackground(surface), [surface]);
  const ellipses = useCallback((width: number) => ellipseFrame(width, surface), [surface]);
  const ellipseGround = useCallback(() => ellipseBackground(surface), [surface]);
  return (
    <WidgetFrame
      id="secant-pairs"
      title={say("A matrix that learns from steps")}
      tryThis={say("t = 0, and then one step after the other. Then the valley, up to its end.")}
      notice={say(
        "the learned ellipse begins as a circle. After each step it goes through the tip of δ. On the bowl the true one goes through it too, and after two steps there is one ellipse; the third step, with α = 1, arrives. In the valley the true one turns under way, and the learned one follows.",
      )}
      why={say(
        "the pair tells how much f curves along the step: δᵀy. BFGS makes its matrix agree with that, and changes it as little as it can otherwise. On a bowl what was learned stays true; in the valley old pairs tell of the Hessian elsewhere.",
      )}
      summary={secantSummary(state, run, t)}
      table={secantTable(run)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say("Level lines with the path of BFGS.")}
          widths={[340, 320]}
          frame={plane}
          background={planeGround}
          foreground={() => planeForeground(run, surface, t)}
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
            "Two ellipses about the origin: the learned one (solid) and that of the Hessian (dashed). The learned one goes through the tip of the last step.",
          )}
          widths={[340, 320]}
          frame={ellipses}
          background={ellipseGround}
          foreground={() => ellipseForeground(now, surface)}
        />
      </div>
      <Readouts
        of={[
          { key: "f", label: "f", value: significant(now.f, 3) },
          {
            key: "alpha",
            label: say("step length α"),
            value: now.stepLength === undefined ? "–" : significant(now.stepLength, 3),
          },
          { key: "B", label: "B: 11, 12, 22", value: entries(now.B) },
          {
            key: "inverse",
            label: say("inverse of H"),
            value: bendsUp(now.truth) ? entries(inverseOf(now.truth)) : "not positive definite",
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("on")}
            options={SURFACES}
            value={surface}
            onChange={(value) => change({ surface: value, ...SCENES[value].start, t: 1 })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
