import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { inside } from "#src/plotting/clip.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { pictures } from "./look-ahead/figure.ts";
import { type Anatomy, lookAheadModel, velocityOf } from "./look-ahead/model.ts";
import {
  betaTrack,
  etaTrack,
  lookAheadFields,
  SURFACES,
  surfaceOf,
  withSurface,
} from "./look-ahead/state.ts";
import { lookAheadSummary, lookAheadTable, place } from "./look-ahead/words.ts";
import { Player } from "./Player.tsx";
import { RateSliders } from "./RateSliders.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W07.1: one step of Nesterov's method in arrows, beside momentum from the same place. */
export default function LookAhead(): ReactNode {
  const { state, change, reset } = useUrlState("look-ahead", lookAheadFields);
  const { surface: name, version, x, y, vx, vy, eta, beta } = state;
  const surface = surfaceOf(state);
  const model = useMemo(
    () => lookAheadModel({ surface: name, version, x, y, vx, vy, eta, beta }),
    [name, version, x, y, vx, vy, eta, beta],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, model.steps.length - 1, seek);
  const { t } = player;
  const step = model.steps[t] as Anatomy;

  const picture = pictures[name];
  const frame = useCallback((width: number) => picture.frame(width, surface), [picture, surface]);
  const ground = useCallback(
    (size: PlotFrame) => picture.background(surface, size),
    [picture, surface],
  );
  /** What is dragged is the step shown: it becomes the start. */
  const throwFrom = (from: Point, velocity: Point): void => {
    const flat = name === "line";
    change({
      x: from.x,
      y: flat ? 0 : from.y,
      vx: velocity.x,
      vy: flat ? 0 : velocity.y,
      t: 0,
    });
  };
  const onSurface = ({ x: at, y: up }: Point): Point =>
    name === "line" ? { x: at, y: surface.problem.value(Float64Array.of(at)) } : { x: at, y: up };
  /** A handle outside the picture would lie on the text beside it. */
  const shown = (at: Point): boolean => inside(onSurface(at), surface.window);
  return (
    <WidgetFrame
      id="look-ahead"
      title={say("One step, taken apart")}
      tryThis={say(
        "step on and watch the two gradient arrows; then the bowl, where you can throw the ball: drag it, and drag the end of its jump.",
      )}
      notice={say(
        "both methods jump alike, along the old velocity. Momentum then adds the slope of the place it has left; Nesterov adds the slope of the place it has jumped to, and stops short of the far wall.",
      )}
      why={say(
        "the slope changes along the jump, and the more so the stronger the curvature: the later slope knows already that the ground is rising.",
      )}
      summary={lookAheadSummary(state, model, t)}
      table={lookAheadTable(state, model)}
      playing={player.playing}
    >
      <PlotFigure
        label={
          name === "line"
            ? say(
                "The parabola 5x² with the slopes that momentum and Nesterov’s method use, and their steps as arrows below it.",
              )
            : say(
                "Level lines of a bowl with one step of momentum and of Nesterov’s method as arrows.",
              )
        }
        frame={frame}
        background={ground}
        foreground={(size) => picture.foreground(surface, model, t, size)}
        overlay={(frames) => (
          <>
            {shown(step.from) && (
              <DragPoint
                frames={frames}
                value={onSurface(step.from)}
                label={say("The ball")}
                valueText={place(state, step.from)}
                step={{ x: 0.05, y: name === "line" ? 0 : 0.05 }}
                onMove={(to) => throwFrom(to, step.velocity)}
              />
            )}
            {shown(step.jump) && (
              <DragPoint
                frames={frames}
                value={onSurface(step.jump)}
                label={say("The end of the jump")}
                valueText={place(state, step.jump)}
                step={{ x: 0.05, y: name === "line" ? 0 : 0.05 }}
                handleOnly
                onMove={(tip) => throwFrom(step.from, velocityOf(step.from, tip, state))}
              />
            )}
          </>
        )}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("on")}
            options={SURFACES.map(({ name: value, label }) => ({ value, label }))}
            value={name}
            onChange={(value) => change(withSurface(value))}
          />
          <Choice
            legend={say("the gradient is taken")}
            options={[
              { value: "ahead", label: say("ahead") },
              { value: "behind", label: say("behind (the wrong version)") },
            ]}
            value={version}
            onChange={(value) => change({ version: value })}
          />
        </div>
        <RateSliders
          rate={{
            symbol: "η",
            label: say("learning rate"),
            track: etaTrack,
            value: eta,
            onChange: (value) => change({ eta: value }),
          }}
          beta={{ track: betaTrack, value: beta, onChange: (value) => change({ beta: value }) }}
        />
      </div>
    </WidgetFrame>
  );
}
