import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, pair } from "#src/plotting/digits.ts";
import { Choice } from "./Choice.tsx";
import { curveBackground, curveForeground, curveFrame, slopeEnd } from "./compass/curve.ts";
import { compassModel, turned } from "./compass/model.ts";
import { planeBackground, planeForeground, planeFrame } from "./compass/plane.ts";
import { compassFields, dialTrack, placeAt, TURNS } from "./compass/state.ts";
import { compassSummary, compassTable, verdict } from "./compass/words.ts";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const SQUARES = [340, 318] as const;

/** W01.1: the slope in every direction at a point, with a dial to turn. */
export default function Compass(): ReactNode {
  const { state, change, reset } = useUrlState("compass", compassFields);
  const { x, y, dial } = state;
  const model = useMemo(() => compassModel({ x, y, dial }), [x, y, dial]);
  const { ascent, slope } = model;
  const end = slopeEnd(model.norm);
  const frame = useCallback((width: number) => curveFrame(width, end), [end]);
  const turns = TURNS.map(({ from }) =>
    ascent === undefined ? undefined : Math.round(turned(ascent, from)),
  );
  return (
    <WidgetFrame
      id="compass"
      title={say("The slope in every direction")}
      tryThis={say(
        "turning the dial until the slope is lowest; then drag the point somewhere else.",
      )}
      notice={say(
        "the slope follows a cosine through every value between −‖∇f‖ and ‖∇f‖: zero along the contour, lowest straight against the gradient.",
      )}
      why={say(
        "the slope is the inner product of the gradient with a vector of length 1, which is ‖∇f‖ times the cosine of the angle between them.",
      )}
      summary={compassSummary(state, model)}
      table={compassTable(model)}
    >
      <div className="widget-panels widget-panels-equal">
        <PlotFigure
          label={say(
            "Contours of x² − xy + 3y² with the gradient and the chosen direction at {point}.",
            { point: pair(x, y) },
          )}
          widths={SQUARES}
          frame={planeFrame}
          background={planeBackground}
          foreground={() => planeForeground(state, model)}
          overlay={(frames) => (
            <DragPoint
              frames={frames}
              value={state}
              label={say("Point on the hillside")}
              valueText={say("x and y {point}", { point: pair(x, y) })}
              step={{ x: 0.1, y: 0.1 }}
              onMove={(point) => change(placeAt(point))}
            />
          )}
        />
        <PlotFigure
          label={say(
            "Slope against the angle of the direction, a cosine; at {angle} degrees it is {slope}.",
            { angle: dial, slope: fixed(slope, 3) },
          )}
          widths={SQUARES}
          frame={frame}
          background={curveBackground}
          foreground={() => curveForeground(model)}
          overlay={(frames) => (
            <DragPoint
              frames={frames}
              value={{ x: dial, y: slope }}
              label={say("Direction")}
              valueText={say("{angle} degrees, slope {slope}", {
                angle: dial,
                slope: fixed(slope, 3),
              })}
              step={{ x: 1, y: 0 }}
              onMove={(point) => change({ dial: Math.round(point.x) })}
            />
          )}
        />
      </div>
      <Readouts
        of={[
          {
            key: "gradient",
            label: say("gradient ∇f"),
            value: pair(model.gradient.x, model.gradient.y),
          },
          { key: "norm", label: say("its length ‖∇f‖"), value: fixed(model.norm, 2) },
          { key: "slope", label: say("slope along û"), value: fixed(slope, 3) },
          { key: "verdict", label: say("that is"), value: verdict(model) },
        ]}
      />
      <div className="widget-controls">
        <Slider
          symbol="û"
          name="direction"
          label={say("angle in degrees")}
          track={dialTrack}
          value={dial}
          onChange={(value) => change({ dial: Math.round(value) })}
        />
        <div className="widget-options">
          <Choice
            legend={say("turn to")}
            options={TURNS.map(({ label }, value) => ({ value, label }))}
            value={turns.indexOf(dial)}
            onChange={(index) => {
              const angle = turns[index];
              if (angle !== undefined) change({ dial: angle });
            }}
          />
          <div className="widget-buttons">
            <button type="button" onClick={reset}>
              {say("Reset")}
            </button>
          </div>
        </div>
      </div>
    </WidgetFrame>
  );
}
