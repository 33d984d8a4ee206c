import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { bowlBackground, bowlForeground, bowlFrame } from "#src/plotting/bowl-panel.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import {
  housesBackground,
  housesForeground,
  housesFrame,
  WEIGHTS,
  weightsPanel,
} from "./feature-scaling/figures.ts";
import { scalingModel } from "./feature-scaling/model.ts";
import { STEPS, scalingFields } from "./feature-scaling/state.ts";
import {
  columnNames,
  scalingSummary,
  scalingTable,
  short,
  verdict,
} from "./feature-scaling/words.ts";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const weightsFrame = (width: number) => bowlFrame(width, WEIGHTS);

/** W03.3 (i): the columns of a table of houses, and the bowl that regression on them has to descend. */
export default function FeatureScaling(): ReactNode {
  const { state, change, reset } = useUrlState("feature-scaling", scalingFields);
  const { second, unit, treatment } = state;
  const model = useMemo(() => scalingModel({ second, unit, treatment }), [second, unit, treatment]);
  const table = useMemo(
    () => scalingTable({ second, unit, treatment, t: 0 }),
    [second, unit, treatment],
  );
  const names = useMemo(
    () => columnNames({ second, unit, treatment, t: 0 }),
    [second, unit, treatment],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const houses = useCallback((width: number) => housesFrame(width, model.houses), [model]);
  const housesAxes = useCallback((frame: PlotFrame) => housesBackground(names, frame), [names]);
  const weights = useCallback(() => bowlBackground(weightsPanel(model)), [model]);
  return (
    <WidgetFrame
      id="feature-scaling"
      title={say("Six houses, and the bowl they make")}
      tryThis={say(
        "standardize; then take square millimetres and standardize again; then take the rooms.",
      )}
      notice={say(
        "standardizing forgets units and means, and the intercept stops hurting. With the rooms a κ of 94.6 remains, and only whitening removes it: new columns, mixed from these so that they are uncorrelated and of equal size.",
      )}
      why={say(
        "the bowl is narrow where the cloud of houses, seen from the origin, is wide: their mean products are its curvatures.",
      )}
      summary={scalingSummary(state, model)}
      table={table}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <div>
          <p className="widget-panel-title">{say("The houses, both columns at one scale")}</p>
          <PlotFigure
            label={say("Six houses as points: {features}, drawn at one scale.", {
              features: names.join(" against "),
            })}
            widths={[340, 320]}
            frame={houses}
            background={housesAxes}
            foreground={() => housesForeground(model.houses)}
          />
        </div>
        <div>
          <p className="widget-panel-title">{say("The loss over the two weights")}</p>
          <PlotFigure
            label={say(
              "Level lines of the loss over the two weights, with gradient descent at its best rate, {result}.",
              { result: verdict(model) },
            )}
            widths={[340, 320]}
            frame={weightsFrame}
            background={weights}
            foreground={() => bowlForeground(model.path, t, WEIGHTS, verdict(model))}
          />
        </div>
      </div>
      <Readouts
        of={[
          { key: "kappa", label: say("κ, two weights"), value: short(model.kappa) },
          { key: "steps", label: say("steps at the best rate"), value: short(model.steps) },
          { key: "bias", label: say("κ with intercept"), value: short(model.kappaWithIntercept) },
          {
            key: "more",
            label: say("steps with intercept"),
            value: short(model.stepsWithIntercept),
          },
        ]}
      />
      <div className="widget-controls">
        <div className="widget-options">
          <Choice
            legend={say("the columns are")}
            options={[
              { value: "raw", label: say("as they are") },
              { value: "centred", label: say("centred") },
              { value: "standardized", label: say("standardized") },
              { value: "whitened", label: say("whitened") },
            ]}
            value={treatment}
            onChange={(value) => change({ treatment: value })}
          />
          <Choice
            legend={say("area in")}
            options={[
              { value: "m²", label: "m²" },
              { value: "mm²", label: say("mm²") },
            ]}
            value={unit}
            onChange={(value) => change({ unit: value })}
          />
          <Choice
            legend={say("second column")}
            options={[
              { value: "age", label: say("age") },
              { value: "rooms", label: say("rooms") },
            ]}
            value={second}
            onChange={(value) => change({ second: value })}
          />
        </div>
        <Player player={player} onReset={reset} />
      </div>
    </WidgetFrame>
  );
}
