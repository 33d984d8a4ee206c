import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { significant } from "#src/plotting/digits.ts";
import { Player } from "./Player.tsx";
import { Presets } from "./Presets.tsx";
import {
  courseBackground,
  courseForeground,
  courseFrame,
  slopeBackground,
  slopeForeground,
  slopeFrame,
} from "./three-cycle/figures.ts";
import { slope, springRuns } from "./three-cycle/model.ts";
import { PRESETS, SHOWN, threeCycleFields } from "./three-cycle/state.ts";
import { threeCycleSummary, threeCycleTable } from "./three-cycle/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** W07.2: a convex function on which the best heavy ball goes round for ever. */
export default function ThreeCycle(): ReactNode {
  const { state, change, reset } = useUrlState("three-cycle", threeCycleFields);
  const { x } = state;
  const runs = useMemo(() => springRuns(x), [x]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, SHOWN, seek);
  const { t } = player;
  const chosen = PRESETS.findIndex((preset) => preset.x === x);
  return (
    <WidgetFrame
      id="three-cycle"
      title={say("A ball that never arrives")}
      tryThis={say(
        "the other starts, then drag the start through the bands at the bottom of the picture.",
      )}
      notice={say(
        "from 3.3 momentum ends in a round of three points and stays in it; from many starts, some of them a hair away, it arrives. The other two methods always do.",
      )}
      why={say(
        "its pair has the best worst case over the quadratics with curvatures between 1 and 25. Here the curvature changes on the way: the ball jumps over the soft piece, and beyond it the slope is 24 less than the pair was made for.",
      )}
      summary={threeCycleSummary(state, runs, t)}
      table={threeCycleTable(runs)}
      playing={player.playing}
    >
      <PlotFigure
        label={say(
          "The slope of the function, a broken line that is flatter between 1 and 2, with the places where momentum has been.",
        )}
        frame={slopeFrame}
        background={slopeBackground}
        foreground={() => slopeForeground(runs, t)}
        overlay={(frames) => (
          <DragPoint
            frames={frames}
            value={{ x, y: slope(x) }}
            label={say("Start of the three runs")}
            valueText={`x ${significant(x)}`}
            step={{ x: 0.02, y: 0 }}
            onMove={(point) => change({ x: Number(point.x.toFixed(2)) })}
          />
        )}
      />
      <PlotFigure
        label={say(
          "Position of gradient descent, momentum and Nesterov’s method against the number of steps.",
        )}
        frame={courseFrame}
        background={courseBackground}
        foreground={(frame) => courseForeground(runs, t, frame)}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Presets
            legend={say("start at")}
            of={PRESETS}
            chosen={chosen < 0 ? undefined : chosen}
            onChoose={(preset) => change({ x: preset.x })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
