import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Choice } from "./Choice.tsx";
import {
  courseBackground,
  courseForeground,
  courseFrame,
  restBackground,
  restForeground,
  restFrame,
} from "./local-steps/figures.ts";
import { localModel } from "./local-steps/model.ts";
import { LOCAL_STEPS, localFields, STEPS } from "./local-steps/state.ts";
import { localSummary, localTable } from "./local-steps/words.ts";
import { Player } from "./Player.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const table = localTable();

/** W15.1, second part: workers that take some steps alone before they are averaged. */
export default function LocalSteps(): ReactNode {
  const { state, change, reset } = useUrlState("local-steps", localFields);
  const { H } = state;
  const model = useMemo(() => localModel(H), [H]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  return (
    <WidgetFrame
      id="local-steps"
      title={say("Two workers who seldom meet")}
      tryThis={say("H = 1, 2, 5, 10, 50 and 100.")}
      notice={say(
        "with H = 1 the average goes to the minimum of both. The longer the workers go alone, the nearer it comes to the middle between their two minima.",
      )}
      why={say(
        "the minimum of both lies near 0, because the worker there has ten times the curvature and pulls ten times as hard. In a long round each worker simply arrives at its own minimum, and a pull that has done its work is no longer felt.",
      )}
      summary={localSummary(state, model, t)}
      table={table}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "Positions of two workers and of their average against the number of steps, with the minimum of each and of both.",
        )}
        frame={courseFrame}
        background={courseBackground}
        foreground={(frame: PlotFrame) => courseForeground(model, t, frame)}
      />
      <PlotFigure
        label={say(
          "Where the averages come to rest against the number of steps between two averagings, on a logarithmic scale.",
        )}
        frame={restFrame}
        background={restBackground}
        foreground={(frame: PlotFrame) => restForeground(H, frame)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("steps between averagings H =")}
            options={LOCAL_STEPS.map((value) => ({ value, label: value }))}
            value={H}
            onChange={(value) => change({ H: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
