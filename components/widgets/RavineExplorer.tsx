import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, pair, significant } from "#src/plotting/digits.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Angle } from "./Angle.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { explorerModel, inPlane, inRavine } from "./ravine-explorer/model.ts";
import {
  factorBackground,
  factorForeground,
  factorFrame,
  lossBackground,
  lossForeground,
  lossFrame,
} from "./ravine-explorer/panels.ts";
import { planeBackground, planeForeground, planeFrame } from "./ravine-explorer/plane.ts";
import {
  angleTrack,
  etaTrack,
  explorerFields,
  kappaTrack,
  presetOf,
  presets,
  STEPS,
  withKappa,
} from "./ravine-explorer/state.ts";
import { ending, explorerSummary, explorerTable } from "./ravine-explorer/words.ts";
import { Slider } from "./Slider.tsx";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W03.1: one rate for two curvatures, with the ravine's own directions and the factor in each. */
export default function RavineExplorer(): ReactNode {
  const { state, change, reset } = useUrlState("ravine-explorer", explorerFields);
  const { kappa, eta, angle, floor, across, log } = state;
  const model = useMemo(
    () => explorerModel({ kappa, eta, angle, floor, across }),
    [kappa, eta, angle, floor, across],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, model.points.length - 1, seek);
  const { t } = player;
  const background = useCallback(
    (frame: PlotFrame) => planeBackground(kappa, angle, frame),
    [kappa, angle],
  );
  const loss = useCallback((width: number) => lossFrame(width, log), [log]);
  const factor = useCallback((width: number) => factorFrame(width, kappa), [kappa]);
  const factors = useCallback((frame: PlotFrame) => factorBackground(kappa, frame), [kappa]);
  const start = inPlane({ floor, across }, angle);
  return (
    <WidgetFrame
      id="ravine-explorer"
      title={say("One rate for two directions")}
      tryThis={say(
        "the five rates in turn; then turn the ravine with the angle, and make it rounder with κ.",
      )}
      notice={say(
        "the best rate lies a hair below the limit, where the run never arrives. Turning the ravine and its start together turns the path and changes no loss.",
      )}
      why={say(
        "each direction is multiplied by a factor of its own, 1 − ημ along the floor and 1 − ηL across, and the slower one sets the pace.",
      )}
      summary={explorerSummary(state, model, t)}
      table={explorerTable(model)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Contours of a long narrow bowl, turned, with the path of gradient descent: {ending}.",
          { ending: ending(model) },
        )}
        frame={planeFrame}
        background={background}
        foreground={() => planeForeground(model, t, eta)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={start}
            label={say("Start of the run")}
            valueText={say("x and y {point}", { point: pair(start.x, start.y) })}
            step={{ x: 0.1, y: 0.1 }}
            onMove={(point: Point) => change((old) => inRavine(point, old.angle))}
          />
        )}
      />
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say("The loss against the number of steps, with the parts of the two directions.")}
          widths={[340, 320]}
          frame={loss}
          background={lossBackground}
          foreground={(frame) => lossForeground(model, t, frame)}
        />
        <PlotFigure
          label={say(
            "The size of the two factors against the learning rate: the best rate is where they cross.",
          )}
          widths={[340, 320]}
          frame={factor}
          background={factors}
          foreground={(frame) => factorForeground(eta, model, frame)}
        />
      </div>
      <Readouts
        of={[
          {
            key: "floor",
            label: say("factor along the floor"),
            value: fixed(model.factors.floor, 4),
          },
          { key: "across", label: say("factor across"), value: fixed(model.factors.across, 4) },
          {
            key: "loss",
            label: say("loss after {steps} steps", { steps: STEPS }),
            value: significant(model.losses.at(-1) as number, 3),
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <LearningRate track={etaTrack} value={eta} onChange={(value) => change({ eta: value })} />
          <Slider
            symbol="κ"
            name="condition-number"
            label={say("curvature across")}
            track={kappaTrack}
            value={kappa}
            onChange={(value) => change((old) => withKappa(old, value))}
          />
          <Angle track={angleTrack} value={angle} onChange={(value) => change({ angle: value })} />
        </div>
        <div className="widget-options">
          <Presets
            legend="η ="
            of={presets(kappa)}
            chosen={presetOf(state)}
            onChoose={({ eta }) => change({ eta })}
          />
          <Toggle
            label={say("logarithmic loss")}
            checked={log}
            onChange={(checked) => change({ log: checked })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
