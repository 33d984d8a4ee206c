import { type ReactNode, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, pair } from "#src/plotting/digits.ts";
import { doglegBackground, doglegForeground, doglegFrame } from "./dogleg/figure.ts";
import { doglegPicture } from "./dogleg/model.ts";
import { doglegFields, PRESETS, radiusTrack, WINDOW } from "./dogleg/state.ts";
import { doglegSummary, doglegTable } from "./dogleg/words.ts";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { sameSetting } from "./slider-scale.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W13.2: the dogleg in a trust region on a quadratic model. */
export default function Dogleg(): ReactNode {
  const { state, change, reset } = useUrlState("dogleg", doglegFields);
  const picture = useMemo(() => doglegPicture(state), [state]);
  const { dogleg, best } = picture;
  const chosen = PRESETS.findIndex(({ radius }) => sameSetting(radius, state.radius));
  return (
    <WidgetFrame
      id="dogleg"
      title={say("The best step within a radius, and the dogleg")}
      tryThis={say("a larger and a smaller Δ. Then drag the start, onto an axis for example.")}
      notice={say(
        "a small radius gives a step down the gradient, a large one Newton’s step. Between them the arrow turns. The dogleg (solid) ends near the best step (ring), and promises most of what that does.",
      )}
      why={say(
        "close by, only the slope matters. Farther out the curvature does, and the steep direction, where the model soon rises again, is held back first.",
      )}
      summary={doglegSummary(state, picture)}
      table={doglegTable(state)}
    >
      <PlotFigure
        label={say(
          "Level lines of a quadratic model with a circle about the start. A path of two straight pieces leads down the gradient and then to the minimum; the step ends where it leaves the circle. A dotted curve shows the best steps.",
        )}
        frame={doglegFrame}
        background={doglegBackground}
        foreground={() => doglegForeground(state, picture, WINDOW)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={state}
            label={say("Start of the step")}
            valueText={pair(state.x, state.y, 1)}
            step={{ x: 0.1, y: 0.1 }}
            onMove={({ x, y }) => change({ x, y })}
          />
        )}
      />
      <Readouts
        of={[
          { key: "p", label: say("step p"), value: pair(dogleg.p.x, dogleg.p.y, 3) },
          { key: "length", label: say("its length"), value: fixed(dogleg.length, 3) },
          { key: "promise", label: say("it promises"), value: fixed(dogleg.decrease, 2) },
          { key: "best", label: say("best possible"), value: fixed(best.decrease, 2) },
        ]}
      />
      <div className="widget-controls">
        <div className="widget-options">
          <Presets
            legend="Δ ="
            of={PRESETS}
            chosen={chosen < 0 ? undefined : chosen}
            onChoose={({ radius }) => change({ radius })}
          />
        </div>
        <div className="widget-row">
          <Slider
            symbol="Δ"
            name="radius"
            label={say("radius")}
            track={radiusTrack}
            value={state.radius}
            onChange={(radius) => change({ radius })}
          />
        </div>
        <div className="widget-buttons">
          <button type="button" onClick={reset}>
            {say("Reset")}
          </button>
        </div>
      </div>
    </WidgetFrame>
  );
}
