import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { pair } from "#src/plotting/digits.ts";
import type { Point } from "#src/plotting/scale.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { RateSliders } from "./RateSliders.tsx";
import { balance, balanceFrame } from "./ravine/balance.ts";
import {
  distanceBackground,
  distanceForeground,
  distanceFrame,
  timeOf,
} from "./ravine/distance.ts";
import { bestDescent, momentumDescent, partsOfStep } from "./ravine/model.ts";
import { planeBackground, planeForeground, planeFrame } from "./ravine/plane.ts";
import {
  betaTrack,
  etaTrack,
  KAPPAS,
  presetOf,
  presets,
  ravineFields,
  withKappa,
} from "./ravine/state.ts";
import { ending, ravineSummary, ravineTable } from "./ravine/words.ts";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const nothing = () => [];

/** W06.1: momentum in a ravine against the best gradient descent, with both knobs in reach. */
export default function Ravine(): ReactNode {
  const { state, change, reset } = useUrlState("ravine", ravineFields);
  const { kappa, eta, beta, x, y, log } = state;
  const reference = useMemo(() => bestDescent({ kappa, x, y }), [kappa, x, y]);
  const model = useMemo(
    () => ({ ...reference, momentum: momentumDescent({ kappa, eta, beta, x, y }) }),
    [reference, kappa, eta, beta, x, y],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, model.momentum.points.length - 1, seek);
  const { t } = player;
  const parts = t > 0 ? partsOfStep(model, state, t) : undefined;
  const time = timeOf(model);

  const background = useCallback((frame: PlotFrame) => planeBackground(kappa, frame), [kappa]);
  const clock = useCallback((width: number) => distanceFrame(width, time, log), [time, log]);
  const chosen = presetOf(state);
  return (
    <WidgetFrame
      id="ravine"
      title={say("A heavy ball in a ravine")}
      tryThis={say(
        "the pair β = 0.9, η = 1/L that many programs start from; then drag the start and step through the arrows.",
      )}
      notice={say(
        "the best pair needs 24 steps where gradient descent needs 87, yet β = 0.9 first gets there after 103: the ball overshoots and ripples.",
      )}
      why={say(
        "across the ravine the gradients alternate and partly cancel in the velocity, along it they add up; too much β keeps the ball swinging long after it has arrived.",
      )}
      summary={ravineSummary(state, model, t)}
      table={ravineTable(model)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Contours of a long narrow bowl with the zigzag path of gradient descent and the path of momentum: {ending}.",
          { ending: ending(model.momentum) },
        )}
        frame={planeFrame}
        background={background}
        foreground={(frame) => planeForeground(model, t, parts, frame)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={state}
            label={say("Start of both runs")}
            valueText={say("x and y {point}", { point: pair(x, y) })}
            step={{ x: 0.1, y: 0.1 }}
            onMove={(point: Point) => change({ x: point.x, y: point.y })}
          />
        )}
      />
      <div className="widget-panels widget-panels-wide-narrow">
        <PlotFigure
          label={say("Distance to the minimum against the number of steps, for both methods.")}
          widths={[340, 396]}
          frame={clock}
          background={distanceBackground}
          foreground={(frame) => distanceForeground(model, t, frame)}
        />
        <div>
          <p className="widget-panel-title">{say("Step {t} in its two directions", { t })}</p>
          <PlotFigure
            label={say(
              "The step as the sum of the carried velocity and the new gradient, along the floor and across.",
            )}
            widths={[340, 240]}
            frame={balanceFrame}
            background={nothing}
            foreground={() => balance(parts)}
          />
        </div>
      </div>
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
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
        <div className="widget-options">
          <Presets
            legend={say("try")}
            of={presets(kappa)}
            chosen={chosen}
            onChoose={({ eta, beta }) => change({ eta, beta })}
          />
        </div>
        <div className="widget-options">
          <Choice
            legend={say("curvature ratio κ")}
            options={KAPPAS.map((value) => ({ value, label: value }))}
            value={kappa}
            onChange={(value) => change((old) => withKappa(old, value))}
          />
          <Toggle
            label={say("logarithmic distance")}
            checked={log}
            onChange={(checked) => change({ log: checked })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
