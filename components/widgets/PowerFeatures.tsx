import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Choice } from "./Choice.tsx";
import {
  curves,
  curvesFrame,
  kappaChosen,
  kappaFrame,
  kappaLines,
} from "./power-features/figures.ts";
import { degreeTrack, powerFields } from "./power-features/state.ts";
import { intervalName, powerSummary, powerTable } from "./power-features/words.ts";
import { Slider } from "./Slider.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const nothing = () => [];

/** W03.3 (iii): polynomial features, how alike they look, and what that does to the condition number. */
export default function PowerFeatures(): ReactNode {
  const { state, change, reset } = useUrlState("power-features", powerFields);
  const { degree, interval, basis } = state;
  const frame = useCallback(
    (width: number) => curvesFrame(width, { degree, interval, basis }),
    [degree, interval, basis],
  );
  const lines = useCallback(() => kappaLines(basis), [basis]);
  const table = useMemo(() => powerTable(basis), [basis]);
  return (
    <WidgetFrame
      id="power-features"
      title={say("Powers look alike")}
      tryThis={say("raise the degree; then change the interval, and the features.")}
      notice={say(
        "each degree multiplies κ, on [0, 1] by about thirty. From degree 2 on standardizing buys back less than one degree; polynomials that are nearer to right angles keep κ small.",
      )}
      why={say(
        "where two features look alike, the loss barely notices a trade between their weights: a flat direction. Scaling a feature does not change its shape.",
      )}
      summary={powerSummary(state)}
      table={table}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "The features as curves over {interval}, from the constant to degree {degree}.",
            { interval: intervalName[interval], degree },
          )}
          widths={[340, 320]}
          frame={frame}
          background={nothing}
          foreground={() => curves(state)}
        />
        <PlotFigure
          label={say(
            "The condition number against the degree on a logarithmic scale, for both intervals.",
          )}
          widths={[340, 320]}
          frame={kappaFrame}
          background={lines}
          foreground={() => kappaChosen(state)}
        />
      </div>
      <div className="widget-controls">
        <div className="widget-row">
          <Slider
            symbol="d"
            label={say("highest degree")}
            track={degreeTrack}
            value={degree}
            onChange={(value) => change({ degree: Math.round(value) })}
          />
          <div className="widget-buttons">
            <button type="button" onClick={reset}>
              {say("Reset")}
            </button>
          </div>
        </div>
        <div className="widget-options">
          <Choice
            legend={say("interval")}
            options={[
              { value: "unit", label: intervalName.unit },
              { value: "symmetric", label: intervalName.symmetric },
            ]}
            value={interval}
            onChange={(value) => change({ interval: value })}
          />
          <Choice
            legend={say("features")}
            options={[
              { value: "powers", label: say("powers") },
              { value: "standardized", label: say("standardized powers") },
              { value: "Legendre", label: "Legendre" },
            ]}
            value={basis}
            onChange={(value) => change({ basis: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
