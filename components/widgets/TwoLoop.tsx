import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { pair } from "#src/plotting/digits.ts";
import { Choice } from "./Choice.tsx";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { twoLoopBackground, twoLoopForeground, twoLoopFrame } from "./two-loop/figure.ts";
import { type LoopLine, twoLoopPicture } from "./two-loop/model.ts";
import { twoLoopFields } from "./two-loop/state.ts";
import { factorOf, twoLoopSummary, twoLoopTable, written } from "./two-loop/words.ts";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

const MEMORIES = [1, 2, 3].map((value) => ({ value, label: String(value) }));

/** The two loops of L-BFGS, one line after the other, with their vectors. */
export default function TwoLoop(): ReactNode {
  const { state, change, reset } = useUrlState("two-loop", twoLoopFields);
  const { x, y, m } = state;
  const picture = useMemo(() => twoLoopPicture({ x, y, m }), [x, y, m]);
  const { lines } = picture;
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, lines.length - 1, seek);
  const { t } = player;
  const now = lines[t] as LoopLine;
  return (
    <WidgetFrame
      id="two-loop"
      title={say("The two loops, line by line")}
      tryThis={say("single steps from 0 to the end. Then one pair, then two. Drag the tip of −g.")}
      notice={say(
        "the way in takes from the vector what the pairs explain, newest first. What is left is multiplied by γ. The way out puts steps δ in its place. The last d ends in the ring, where the matrix leads.",
      )}
      why={say(
        "each line is one factor of the product that BFGS would have multiplied out, and changes d along one vector: y on the way in, δ on the way out.",
      )}
      summary={twoLoopSummary(picture, t)}
      table={twoLoopTable(picture)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-wide-narrow">
        <PlotFigure
          label={say(
            "The vector of the two loops as an arrow from the origin, its change in this line dashed, earlier ones faint, and a ring where the matrix of BFGS leads.",
          )}
          widths={[340, 400]}
          frame={twoLoopFrame}
          background={twoLoopBackground}
          foreground={() => twoLoopForeground(picture, t)}
          overlay={(frames) => (
            <DragPoint
              frames={frames}
              value={{ x, y }}
              label={say("Tip of −g")}
              valueText={pair(x, y, 1)}
              step={{ x: 0.1, y: 0.1 }}
              onMove={(point) => change({ x: point.x, y: point.y })}
            />
          )}
        />
        <ol className="widget-lines" start={0}>
          {lines.map((line, i) => (
            <li key={written(line)} aria-current={i === t ? "step" : undefined}>
              {written(line)}
            </li>
          ))}
        </ol>
      </div>
      <Readouts
        of={[
          { key: "factor", label: say("factor"), value: factorOf(now) },
          { key: "d", label: "d", value: pair(now.after.x, now.after.y, 3) },
          {
            key: "matrix",
            label: say("by the matrix"),
            value: pair(picture.byMatrix.x, picture.byMatrix.y, 3),
          },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-options">
          <Choice
            legend={say("pairs kept, m =")}
            options={MEMORIES}
            value={m}
            onChange={(value) => change({ m: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
