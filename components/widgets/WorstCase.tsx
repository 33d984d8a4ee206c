import { type ReactNode, useCallback, useMemo } from "react";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import type { PlotFrame } from "#src/plotting/spec.ts";
import { Player } from "./Player.tsx";
import { Toggle } from "./Toggle.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";
import {
  gapBackground,
  gapForeground,
  gapFrame,
  stripBackground,
  stripForeground,
  stripFrame,
} from "./worst-case/figures.ts";
import { chainRuns } from "./worst-case/model.ts";
import { STEPS, worstCaseFields } from "./worst-case/state.ts";
import { worstCaseSummary, worstCaseTable } from "./worst-case/words.ts";

/** W07.3: the chain of the last chapter, three methods, and what is proved of them. */
export default function WorstCase(): ReactNode {
  const { state, change, reset } = useUrlState("worst-case", worstCaseFields);
  const { log, bounds } = state;
  const runs = useMemo(chainRuns, []);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const frame = useCallback((width: number) => gapFrame(width, log), [log]);
  const ground = useCallback((size: PlotFrame) => gapBackground(bounds, size), [bounds]);
  return (
    <WidgetFrame
      id="worst-case"
      title={say("Sixty masses on springs, three methods")}
      tryThis={say(
        "play from step 0, and watch the front run along the strips; then draw the steps evenly instead of as powers.",
      )}
      notice={say(
        "up to a few hundred steps Nesterov’s method falls ever faster below gradient descent. Near step 1000 momentum overtakes it for good.",
      )}
      why={say(
        "the bounds hold for every convex function with this L, however flat. This chain is finite, and its smallest curvature is not zero: in the end a fixed β suits it better than one that goes to 1.",
      )}
      summary={worstCaseSummary(runs, t)}
      table={worstCaseTable(runs)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "f minus its lowest value against the number of steps for three methods, with the two upper bounds dotted and the floor below which no method can come.",
        )}
        frame={frame}
        background={ground}
        foreground={(size) => gapForeground(runs, t, size)}
      />
      <p className="widget-panel-title">
        {say(
          "How much of its way each coordinate has come; the bar is the front of what has moved at all",
        )}
      </p>
      <PlotFigure
        label={say(
          "Three strips of sixty cells, darker where a coordinate is closer to its goal, empty beyond the front.",
        )}
        frame={stripFrame}
        background={stripBackground}
        foreground={() => stripForeground(runs, t)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Toggle
            label={say("steps as powers of ten")}
            checked={log}
            onChange={(checked) => change({ log: checked })}
          />
          <Toggle
            label={say("show what is proved")}
            checked={bounds}
            onChange={(checked) => change({ bounds: checked })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
