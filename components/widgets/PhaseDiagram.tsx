import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, significant } from "#src/plotting/digits.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { diagramBackground, diagramForeground, diagramFrame } from "./phase-diagram/diagram.ts";
import { phaseModel } from "./phase-diagram/model.ts";
import {
  largestVelocity,
  orbitBackground,
  orbitForeground,
  orbitFrame,
  rootsBackground,
  rootsForeground,
  rootsFrame,
  seriesBackground,
  seriesForeground,
  seriesFrame,
} from "./phase-diagram/panels.ts";
import {
  betaTrack,
  PLACES,
  phaseFields,
  placeOf,
  pTrack,
  STEPS,
  settingAt,
} from "./phase-diagram/state.ts";
import { behaviour, phaseSummary, phaseTable, rootsInWords } from "./phase-diagram/words.ts";
import { RateSliders } from "./RateSliders.tsx";
import { Readouts } from "./Readouts.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const SQUARES = [165, 210] as const;

/** W06.2: the map of all behaviours of momentum on one curvature, with the run at a chosen point. */
export default function PhaseDiagram(): ReactNode {
  const { state, change, reset } = useUrlState("phase-diagram", phaseFields);
  const { p, beta } = state;
  const model = useMemo(() => phaseModel({ p, beta }), [p, beta]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const velocity = largestVelocity(model);
  const extent = model.window.y[1];
  const series = useCallback((width: number) => seriesFrame(width, extent), [extent]);
  const orbit = useCallback(
    (width: number) => orbitFrame(width, extent, velocity),
    [extent, velocity],
  );
  const kind = behaviour(model);
  return (
    <WidgetFrame
      id="phase-diagram"
      title={say("All behaviours of momentum on one curvature")}
      tryThis={say("drag the point across the solid curve, then past the dashed line.")}
      notice={say(
        "for each ηλ the fastest β lies on the solid curve; above it the run swings, and its pace depends on β alone.",
      )}
      why={say(
        "the two roots multiply to β: as a complex pair both have modulus √β, and apart on the real axis one must be larger than that.",
      )}
      summary={phaseSummary(state, model)}
      table={phaseTable(model)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Map of the behaviours of momentum over learning rate times curvature and β; the chosen point is {behaviour}.",
          { behaviour: kind },
        )}
        frame={diagramFrame}
        background={diagramBackground}
        foreground={() => diagramForeground(p, beta)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={{ x: p, y: beta }}
            label={say("Point of the phase diagram")}
            valueText={`ηλ ${significant(p, 3)}, β ${significant(beta, 3)}: ${kind}`}
            step={{ x: 0.01, y: 0.01 }}
            onMove={(point) => change(settingAt(point))}
          />
        )}
      />
      <Readouts
        of={[
          { key: "kind", label: say("behaviour"), value: kind },
          { key: "rate", label: say("max |σ|, per step"), value: fixed(model.rate, 4) },
          { key: "roots", label: say("roots σ"), value: rootsInWords(model.roots) },
        ]}
      />
      <div className="widget-panels widget-panels-three">
        <PlotFigure
          label={say(
            "Position against time for the chosen point, with the pace of its rate dotted.",
          )}
          widths={[340, 210]}
          frame={series}
          background={seriesBackground}
          foreground={() => seriesForeground(model, t)}
        />
        <PlotFigure
          label={say("Position and velocity of the run, step by step.")}
          widths={SQUARES}
          frame={orbit}
          background={orbitBackground}
          foreground={(frame: PlotFrame) => orbitForeground(model, t, frame)}
        />
        <PlotFigure
          label={say("The two roots in the complex plane: {roots}.", {
            roots: rootsInWords(model.roots),
          })}
          widths={SQUARES}
          frame={rootsFrame}
          background={rootsBackground}
          foreground={() => rootsForeground(model, beta)}
        />
      </div>
      <div className="widget-controls">
        <RateSliders
          rate={{
            symbol: "ηλ",
            label: say("rate × curvature"),
            track: pTrack,
            value: p,
            onChange: (value) => change({ p: value }),
          }}
          beta={{ track: betaTrack, value: beta, onChange: (value) => change({ beta: value }) }}
        />
        <div className="widget-options">
          <Choice
            legend={say("go to")}
            options={PLACES.map(({ label }, value) => ({ value, label }))}
            value={placeOf(state)}
            onChange={(index) => {
              const place = PLACES[index];
              if (place !== undefined) change({ p: place.p, beta: place.beta });
            }}
          />
        </div>
        <Player player={player} onReset={reset} />
      </div>
    </WidgetFrame>
  );
}
