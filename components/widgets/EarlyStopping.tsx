import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import { stoppingBackground, stoppingForeground, stoppingFrame } from "./early-stopping/figure.ts";
import { course, stopping } from "./early-stopping/model.ts";
import { LOOKS, PATIENCES, stoppingFields } from "./early-stopping/state.ts";
import { stoppingSummary, stoppingTable } from "./early-stopping/words.ts";
import { Player } from "./Player.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W15.3: when to stop, and how long to wait before believing it. */
export default function EarlyStopping(): ReactNode {
  const { state, change, reset } = useUrlState("early-stopping", stoppingFields);
  const { patience } = state;
  const run = useMemo(course, []);
  const stop = useMemo(() => stopping(run.validation, patience), [run, patience]);
  const table = useMemo(() => stoppingTable(run), [run]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, LOOKS, seek);
  const { t } = player;
  return (
    <WidgetFrame
      id="early-stopping"
      title={say("How long to wait before stopping")}
      tryThis={say("every patience, and then the table.")}
      notice={say(
        "the training error falls all the time. The validation error rises a little at first, falls to its least value after about fourteen thousand steps, and rises for good. A patience of 9 looks or less stops on the first hill and keeps the weights of step 100; from 10 on it gets over the hill.",
      )}
      why={say(
        "stopping is a guess that it will not get better again. How long to wait before guessing is a setting like any other.",
      )}
      summary={stoppingSummary(state, run, stop, t)}
      table={table}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Training and validation error against the number of steps on a logarithmic scale, where the patience stops, and which point it keeps.",
        )}
        frame={stoppingFrame}
        background={stoppingBackground}
        foreground={(frame: PlotFrame) => stoppingForeground(run, stop, t, frame)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} noun="look" />
        <div className="widget-options">
          <Choice
            legend={say("patience, in looks of 100 steps:")}
            options={PATIENCES.map((value) => ({ value, label: value }))}
            value={patience}
            onChange={(value) => change({ patience: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
