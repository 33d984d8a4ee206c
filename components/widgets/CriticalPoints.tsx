import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { Angle } from "./Angle.tsx";
import { Choice } from "./Choice.tsx";
import { places } from "./critical-points/model.ts";
import {
  mapBackground,
  mapForeground,
  mapFrame,
  surfaceBackground,
  surfaceForeground,
  surfaceFrame,
  walkBackground,
  walkForeground,
  walkFrame,
} from "./critical-points/pictures.ts";
import { angleTrack, criticalFields, PLACES, radiusTrack } from "./critical-points/state.ts";
import {
  criticalSummary,
  criticalTable,
  curvaturesInWords,
  natureInWords,
  testInWords,
  walkInWords,
} from "./critical-points/words.ts";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W04.2: stationary points with the same second derivatives and different natures, seen by walking around them. */
export default function CriticalPoints(): ReactNode {
  const { state, change, reset } = useUrlState("critical-points", criticalFields);
  const { place: id, r } = state;
  const place = places[id];
  const surface = useCallback(() => surfaceBackground(place), [place]);
  const map = useCallback(() => mapBackground(place), [place]);
  const heights = useCallback((width: number) => walkFrame(width, place, r), [place, r]);
  const table = useMemo(() => criticalTable({ place: id, r }), [id, r]);
  return (
    <WidgetFrame
      id="critical-points"
      title={say("Walking around a stationary point")}
      tryThis={say("the last four functions, one after another; then make the circle smaller.")}
      notice={say(
        "all four have the same Hessian at 0, with eigenvalues 2 and 0, and they are not all of one kind. The monkey saddle, x³ − 3xy², has no curvature at all and three ways down.",
      )}
      why={say(
        "where an eigenvalue is 0, the second-order part is flat in that direction, and terms of higher order decide, there and beside it. Walking around the point on ever smaller circles shows what they do.",
      )}
      summary={criticalSummary(state)}
      table={table}
    >
      <div className="widget-panels widget-panels-wide-narrow">
        <PlotFigure
          label={say(
            "The surface {formula} above the plane, drawn as slices, with a circle around 0 on it.",
            { formula: place.formula },
          )}
          widths={[340, 390]}
          frame={surfaceFrame}
          background={surface}
          foreground={() => surfaceForeground(place, state)}
        />
        <PlotFigure
          label={say(
            "Level lines of {formula}, dashed below the height at 0, and the circle around 0.",
            { formula: place.formula },
          )}
          widths={[340, 236]}
          frame={mapFrame}
          background={map}
          foreground={() => mapForeground(place, state)}
        />
      </div>
      <PlotFigure
        label={say("Height against the angle on the circle; its stretches: {stretches}.", {
          stretches: walkInWords(place, r),
        })}
        frame={heights}
        background={walkBackground}
        foreground={() => walkForeground(place, state)}
      />
      <Readouts
        of={[
          { key: "eigenvalues", label: say("eigenvalues at 0"), value: curvaturesInWords(place) },
          { key: "test", label: say("the test says"), value: testInWords(place) },
          { key: "walk", label: say("stretches of the walk"), value: walkInWords(place, r) },
          { key: "nature", label: say("it is a"), value: natureInWords(id) },
        ]}
      />
      <div className="widget-controls">
        <Choice
          legend="f ="
          options={PLACES.map((value) => ({ value, label: places[value].formula }))}
          value={id}
          onChange={(value) => change({ place: value })}
        />
        <div className="widget-row">
          <Angle
            track={angleTrack}
            value={state.phi}
            onChange={(value) => change({ phi: Math.round(value) })}
          />
          <Slider
            symbol="r"
            label={say("radius of the walk")}
            track={radiusTrack}
            value={r}
            onChange={(value) => change({ r: value })}
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
