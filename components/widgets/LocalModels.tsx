import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say, sayParts } from "#src/language/say.ts";
import { pair, significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Angle } from "./Angle.tsx";
import { Choice } from "./Choice.tsx";
import { errorsBackground, errorsForeground, errorsFrame } from "./local-models/errors.ts";
import { errorOf, localModels } from "./local-models/model.ts";
import { valleyBackground, valleyForeground, valleyFrame } from "./local-models/plane.ts";
import { looks, sliceBackground, sliceForeground, sliceFrame } from "./local-models/slice.ts";
import { angleTrack, type Ground, hTrack, localFields, WELL } from "./local-models/state.ts";
import { localSummary, localTable } from "./local-models/words.ts";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { Swatch } from "./Swatch.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const GROUNDS: readonly { readonly value: Ground; readonly label: string }[] = [
  { value: "rosenbrock", label: say("Rosenbrock’s function") },
  { value: "double-well", label: "x⁴ − 3x² + x" },
];

/** W12.1: the tangent and the parabola at a point, and what each of them misses. */
export default function LocalModels(): ReactNode {
  const { state, change, reset } = useUrlState("local-models", localFields);
  const { ground, x, y, angle, at, h } = state;
  const model = useMemo(() => localModels({ ground, x, y, angle, at }), [ground, x, y, angle, at]);
  const frame = useCallback((width: number) => sliceFrame(width, model, ground), [model, ground]);
  const axes = useCallback(() => sliceBackground(ground), [ground]);
  const plane = ground === "rosenbrock";
  const errors = (
    <PlotFigure
      label={say(
        "The size of the errors of tangent and parabola against the distance, both scales logarithmic: two nearly straight lines, that of the parabola steeper.",
      )}
      widths={[340, 320]}
      frame={errorsFrame}
      background={errorsBackground}
      foreground={(size: PlotFrame) => errorsForeground(model, h, size)}
    />
  );
  return (
    <WidgetFrame
      id="local-models"
      title={say("A tangent, a parabola, and the truth")}
      tryThis={say(
        "distances ten times smaller, and other directions; then drag the point down into the valley and along it.",
      )}
      notice={say(
        "near the point the parabola can hardly be told from the function, and its error falls by a thousand where that of the tangent falls by a hundred. On the wall of the valley one curvature is large, the other small or negative.",
      )}
      why={say(
        "the tangent leaves out the second derivative, and so an error that shrinks as h². The parabola has it, and leaves out the third.",
      )}
      summary={localSummary(state, model)}
      table={localTable(model)}
    >
      <PlotFigure
        label={say("{graph} with its tangent (dashed) and its parabola at one point.", {
          graph: plane
            ? say("Rosenbrock’s function along the dotted line")
            : say("The graph of x⁴ − 3x² + x"),
        })}
        frame={frame}
        background={axes}
        foreground={(size: PlotFrame) => sliceForeground(model, ground, h, size)}
        overlay={
          plane
            ? () => null
            : (frames) => (
                <DragPoint
                  frames={frames}
                  value={{ x: at, y: model.f }}
                  label={say("The point")}
                  valueText={`x ${significant(at, 3)}`}
                  step={{ x: 0.02, y: 0 }}
                  onMove={(point) => change({ at: Number(point.x.toFixed(3)) })}
                />
              )
        }
      />
      {plane ? (
        <div className="widget-panels widget-panels-two">
          <PlotFigure
            label={say(
              "Level lines of Rosenbrock’s function with the point {point}, the line through it (dotted) and an ellipse whose axes are the directions of the largest and the smallest curvature; the axis of a negative curvature is dashed.",
              { point: pair(x, y) },
            )}
            widths={[340, 320]}
            frame={valleyFrame}
            background={valleyBackground}
            foreground={(size: PlotFrame) => valleyForeground(model, size)}
            overlay={(frames) => (
              <DragPoint
                frames={frames}
                value={{ x, y }}
                label={say("The point")}
                valueText={say("x and y {point}", { point: pair(x, y) })}
                step={{ x: 0.02, y: 0.02 }}
                onMove={(point) =>
                  change({ x: Number(point.x.toFixed(3)), y: Number(point.y.toFixed(3)) })
                }
              />
            )}
          />
          {errors}
        </div>
      ) : (
        errors
      )}
      <Readouts
        of={([1, 2] as const).map((order) => ({
          key: String(order),
          label: (
            <>
              {sayParts("{swatch} {curve} off by", {
                swatch: <Swatch key="swatch" {...looks[order]} />,
                curve: order === 1 ? say("tangent") : say("parabola"),
              })}
            </>
          ),
          value: significant(errorOf(model, order, h), 3),
        }))}
      />
      <div className="widget-controls">
        <div className="widget-row">
          <Slider
            symbol="h"
            name="small-distance"
            label={say("distance")}
            track={hTrack}
            value={h}
            onChange={(value) => change({ h: value })}
          />
          {plane ? (
            <Angle
              track={angleTrack}
              value={angle}
              onChange={(value) => change({ angle: value })}
            />
          ) : (
            <Slider
              symbol="x"
              label={say("the point")}
              track={{ type: "linear", domain: WELL.x, stops: 220, digits: 2 }}
              value={at}
              onChange={(value) => change({ at: value })}
            />
          )}
        </div>
        <div className="widget-options">
          <Choice
            legend="f ="
            options={GROUNDS}
            value={ground}
            onChange={(value) => change({ ground: value })}
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
