import { type ReactNode, useCallback, useMemo } from "react";
import { DragPoint } from "#components/plot/DragPoint.tsx";
import { PlotFigure } from "#components/plot/PlotFigure.tsx";
import { say } from "#src/language/say.ts";
import { fixed, pair } from "#src/plotting/digits.ts";
import {
  paths,
  planeBackground,
  planePicture,
  stretchedBackground,
  stretchedPicture,
} from "./conjugate-directions/figures.ts";
import { conjugatePicture, turnOf } from "./conjugate-directions/model.ts";
import { conjugateFields, kappaTrack, STEPS } from "./conjugate-directions/state.ts";
import { conjugateSummary, conjugateTable } from "./conjugate-directions/words.ts";
import { Player } from "./Player.tsx";
import { Readouts } from "./Readouts.tsx";
import { Slider } from "./Slider.tsx";
import { usePlayer } from "./use-player.ts";
import { useUrlState } from "./use-url-state.ts";
import { WidgetFrame } from "./WidgetFrame.tsx";

/** Conjugate directions: perpendicular where the level lines are circles. */
export default function ConjugateDirections(): ReactNode {
  const { state, change, reset } = useUrlState("conjugate-directions", conjugateFields);
  const { x, y, kappa } = state;
  const picture = useMemo(() => conjugatePicture({ x, y, kappa }), [x, y, kappa]);
  const seek = useCallback((t: number) => change({ t }), [change]);
  const player = usePlayer(state.t, STEPS, seek);
  const { t } = player;
  const background = useCallback(() => planeBackground(kappa), [kappa]);
  const turn = (of: "points" | "stretched") => {
    const degrees = turnOf(picture.conjugate[of]);
    return degrees === undefined ? "–" : `${fixed(degrees, 0)}°`;
  };
  return (
    <WidgetFrame
      id="conjugate-directions"
      title={say("Two directions that do not spoil each other")}
      tryThis={say("the steps from 0. Then other starts, and a larger κ.")}
      notice={say(
        "the first step is the same. The second of steepest descent is at a right angle to it, and misses. The second of conjugate gradients is at another angle, and arrives. On the right, where the plane is stretched so that the level lines are circles, it is conjugate gradients that turns by 90°.",
      )}
      why={say(
        "in a round bowl, perpendicular directions do not disturb each other: after the best step along one, the minimum lies straight ahead along the other. Conjugate directions are those that are perpendicular in the round picture.",
      )}
      summary={conjugateSummary(state, picture, t)}
      table={conjugateTable(picture)}
      playing={player.playing}
    >
      <div className="widget-panels widget-panels-two">
        <PlotFigure
          label={say(
            "Level lines of a turned bowl with the zigzag of steepest descent (dashed) and the two steps of conjugate gradients (solid).",
          )}
          widths={[340, 320]}
          frame={planePicture}
          background={background}
          foreground={() => paths(picture, "points", t)}
          overlay={(frames) => (
            <DragPoint
              frames={frames}
              value={{ x, y }}
              label={say("Start of both runs")}
              valueText={pair(x, y, 1)}
              step={{ x: 0.1, y: 0.1 }}
              onMove={(point) => change({ x: point.x, y: point.y })}
            />
          )}
        />
        <PlotFigure
          label={say(
            "The same paths in a plane stretched so that the level lines are circles: there the two steps of conjugate gradients are at a right angle.",
          )}
          widths={[340, 320]}
          frame={stretchedPicture}
          background={stretchedBackground}
          foreground={() => paths(picture, "stretched", t)}
        />
      </div>
      <Readouts
        of={[
          { key: "left", label: say("conjugate gradients turn by"), value: turn("points") },
          { key: "right", label: say("and in the round picture by"), value: turn("stretched") },
        ]}
      />
      <div className="widget-controls">
        <Player player={player} onReset={reset} />
        <div className="widget-row">
          <Slider
            symbol="κ"
            name="condition-number"
            label={say("condition number")}
            track={kappaTrack}
            value={kappa}
            onChange={(value) => change({ kappa: value })}
          />
        </div>
      </div>
    </WidgetFrame>
  );
}
