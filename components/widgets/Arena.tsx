import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import {
  lossBackground,
  lossForeground,
  lossFrame,
  planeBackground,
  planeForeground,
  planeOf,
} from "./arena/figures.ts";
import { LANDSCAPES, landscapes } from "./arena/landscapes.ts";
import { arenaModel } from "./arena/model.ts";
import { RACERS, type Racer, racerLooks } from "./arena/racers.ts";
import { type ArenaState, arenaFields, etaTrack, RATES, rateOf, SCENES } from "./arena/state.ts";
import { arenaSummary, arenaTable, ending } from "./arena/words.ts";
import { Choice } from "./Choice.tsx";
import { LearningRate } from "./LearningRate.tsx";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { Swatch } from "./Swatch.tsx";
import { sameSetting } from "./slider-scale.ts";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const RATE_NAMES = { tuned: "tuned", same: say("the same for all"), own: say("each its own") };

/** W16.2: all chosen methods from one start, which the reader sets anywhere. */
export default function Arena(): ReactNode {
  const { state, change, reset } = useUrlState("arena", arenaFields);
  const { on, x, y, who, rates, eta, own } = state;
  const landscape = landscapes[on];
  const model = useMemo(
    () => arenaModel({ on, x, y, who, rates, eta, own, t: 0 }),
    [on, x, y, who, rates, eta, own],
  );
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, model.length, seek);
  const { t } = player;
  const plane = useCallback((width: number) => planeOf(width, landscape), [landscape]);
  const ground = useCallback(() => planeBackground(landscape), [landscape]);
  const loss = useCallback((width: number) => lossFrame(width, model), [model]);
  return (
    <WidgetFrame
      id="arena"
      title={say("The arena")}
      tryThis={say(
        "the races below the picture, in their order; then press anywhere in the picture to let all start there.",
      )}
      notice={say(
        "who wins changes with the rates and with the start. At 0.01 for all, momentum and Nesterov diverge and Adam crawls; tuned, Adam is ahead; from (−1, 2) Nesterov is, and some never arrive. From one start in the three hollows, methods end in different ones.",
      )}
      why={say(
        "a race in two dimensions measures whether rate and start suit a method, not the method. From (−1, 2) a valley leads out to the left and sinks for ever; who turns into it depends on the first steps.",
      )}
      summary={arenaSummary(state, model)}
      table={arenaTable(model, t)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Level lines of {landscape}, with the paths of the chosen methods from one start.",
          {
            landscape: landscape.title,
          },
        )}
        frame={plane}
        background={ground}
        foreground={() => planeForeground(model, t)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={{ x, y }}
            label={say("Start of all methods")}
            valueText={`x ${significant(x)}, y ${significant(y)}`}
            step={{ x: 0.05, y: 0.05 }}
            onMove={(point) =>
              change({ x: Number(point.x.toFixed(2)), y: Number(point.y.toFixed(2)) })
            }
          />
        )}
      />
      <PlotFigure
        label={say(
          "How far the function is above its lowest value, for each method, against the number of steps, on a logarithmic scale.",
        )}
        frame={loss}
        background={lossBackground}
        foreground={() => lossForeground(model, t)}
      />
      <Readouts
        of={model.runs.map((run) => ({
          key: run.racer,
          label: (
            <>
              <Swatch {...racerLooks[run.racer]} /> {run.racer}, η = {significant(run.eta, 2)}
            </>
          ),
          value: ending(run),
        }))}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Presets
            legend={say("races")}
            of={SCENES}
            chosen={sceneOf(state)}
            onChoose={({ set }) => change(set)}
          />
          <Choice
            legend={say("landscape")}
            options={LANDSCAPES.map((value) => ({ value, label: landscapes[value].title }))}
            value={on}
            onChange={(value) => change({ on: value, ...landscapes[value].start })}
          />
          <Choice
            legend={say("learning rate")}
            options={RATES.map((value) => ({ value, label: RATE_NAMES[value] }))}
            value={rates}
            onChange={(value) =>
              change((old) => ({
                rates: value,
                ...(value === "own" && { own: RACERS.map((racer) => rateOf(old, racer)) }),
              }))
            }
          />
        </div>
        <div className="widget-options">
          {RACERS.map((racer) => (
            <Toggle
              key={racer}
              label={racer}
              checked={who.includes(racer)}
              onChange={(checked) => change({ who: withRacer(who, racer, checked) })}
            />
          ))}
        </div>
        <div className="widget-row">
          {rates === "same" && (
            <LearningRate
              track={etaTrack}
              value={eta}
              onChange={(value) => change({ eta: value })}
            />
          )}
          {rates === "own" &&
            who.map((racer) => (
              <Slider
                key={racer}
                symbol="η"
                name="learning-rate"
                label={say("of {method}", { method: racer })}
                track={etaTrack}
                value={rateOf(state, racer)}
                onChange={(value) => change({ own: own.with(RACERS.indexOf(racer), value) })}
              />
            ))}
        </div>
      </div>
    </WidgetFrame>
  );
}

function withRacer(who: readonly Racer[], racer: Racer, chosen: boolean): readonly Racer[] {
  return RACERS.filter((one) => (one === racer ? chosen : who.includes(one)));
}

/** Which of the races the figure shows. */
function sceneOf({ on, x, y, rates, eta }: ArenaState): number | undefined {
  const index = SCENES.findIndex(
    ({ set }) =>
      set.on === on &&
      set.x === x &&
      set.y === y &&
      set.rates === rates &&
      (rates !== "same" || sameSetting(set.eta, eta)),
  );
  return index < 0 ? undefined : index;
}
