import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import {
  curveBackground,
  curveForeground,
  curveFrame,
  histogramBackground,
  histogramForeground,
  histogramFrame,
} from "./gradient-spread/figures.ts";
import { spreadModel } from "./gradient-spread/model.ts";
import { batchTrack, type Place, spreadFields } from "./gradient-spread/state.ts";
import { inSigma, placeName, spreadSummary, spreadTable } from "./gradient-spread/words.ts";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W02.3: the gradient as two thousand batches estimate it. */
export default function GradientSpread(): ReactNode {
  const { state, change, reset } = useUrlState("gradient-spread", spreadFields);
  const { b, place } = state;
  const model = useMemo(() => spreadModel({ b, place }), [b, place]);
  const table = useMemo(() => spreadTable(place), [place]);
  const frame = useCallback((width: number) => histogramFrame(width, model), [model]);
  const percent = (share: number) => `${significant(100 * share, 2)} %`;
  return (
    <WidgetFrame
      id="gradient-spread"
      title={say("The same slope, estimated two thousand times")}
      tryThis={say("b = 1, then 8, 40, 100 and 200, at the start; then b = 8 at the minimum.")}
      notice={say(
        "the histogram stays centred on the true slope and draws together. With replacement four times the batch have half the width; without (shaded) it is narrower, and at b = 200 it is a single line.",
      )}
      why={say(
        "errors of many examples partly cancel; drawn without replacement, they cancel completely in the end.",
      )}
      summary={spreadSummary(state, model)}
      table={table}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Histogram of the slope in w as estimated by 2000 batches of {size}, without replacement shaded and with it as an outline, about the true slope.",
            { size: b },
          )}
          widths={[340, 320]}
          frame={frame}
          background={histogramBackground}
          foreground={(size: PlotFrame) => histogramForeground(model, size)}
        />
        <PlotFigure
          label={say(
            "The standard deviation of the estimate against the batch size, both on logarithmic scales, by formula and measured.",
          )}
          widths={[340, 320]}
          frame={curveFrame}
          background={curveBackground}
          foreground={() => curveForeground(model, b)}
        />
      </div>
      <Readouts
        of={[
          {
            key: "with",
            label: say("with replacement"),
            value: `${inSigma(model.replacing.measured, model.sigma)} σ`,
          },
          {
            key: "without",
            label: say("without"),
            value: `${inSigma(model.without.measured, model.sigma)} σ`,
          },
          { key: "wrong", label: say("wrong sign, without"), value: percent(model.without.wrong) },
        ]}
      />
      <div className="widget-controls">
        <Slider
          symbol="b"
          name="batch-size"
          label={say("batch size")}
          track={batchTrack}
          value={b}
          onChange={(value) => change({ b: Math.round(value) })}
        />
        <div className="widget-options">
          <Choice<Place>
            legend={say("the line is")}
            options={[
              { value: "start", label: placeName.start },
              { value: "near", label: placeName.near },
              { value: "minimum", label: placeName.minimum },
            ]}
            value={place}
            onChange={(value) => change({ place: value })}
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
